import type { Mover } from "./mover.ts";

/** What a cluster runs from a day on. */
export interface RunningVersion {
  readonly fromDay: number;
  /** Its minor version's place in the calendar of releases. */
  readonly releaseIndex: number;
  readonly version: string;
}

/** What a cluster runs within the horizon, from day 0 on. */
export function timelineOf({ cluster, startIndex, moves }: Mover, horizonDays: number): readonly RunningVersion[] {
  const timeline: RunningVersion[] = [{ fromDay: 0, releaseIndex: startIndex, version: cluster.version }];
  for (let releaseIndex = startIndex + 1; releaseIndex < moves.length; releaseIndex++) {
    const move = moves[releaseIndex];
    if (move?.route === undefined || move.wait.untilDay >= horizonDays) break;
    timeline.push({ fromDay: move.wait.untilDay, releaseIndex, version: move.route.to });
  }
  return timeline;
}

/** Something that holds from a day on, with the day on which the next of its list begins. */
export function withEnds<Item extends { readonly fromDay: number }>(
  items: readonly Item[],
  horizonDays: number,
): readonly (Item & { readonly toDay: number })[] {
  return items.map((item, index) => ({ ...item, toDay: items[index + 1]?.fromDay ?? horizonDays }));
}
