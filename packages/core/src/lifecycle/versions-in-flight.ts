import type { DayScale } from "../base/day-scale.ts";
import { compareVersions } from "../base/minor-version.ts";
import type { IsoDate } from "../base/provenance.ts";
import { type RunningVersion, withEnds } from "./cluster-timeline.ts";
import type { Mover } from "./mover.ts";

/** Days on which the same versions run in the same number of clusters, planes among them. */
export interface VersionsInFlight {
  readonly from: IsoDate;
  /** The last of them. */
  readonly to: IsoDate;
  /** Oldest first. */
  readonly versions: readonly {
    readonly version: string;
    readonly clusterCount: number;
  }[];
}

/** Which versions run at once, day by day, as stretches of days alike. */
export function versionsInFlight(
  movers: readonly Mover[],
  timelines: readonly (readonly RunningVersion[])[],
  horizonDays: number,
  scale: DayScale,
): readonly VersionsInFlight[] {
  const changes = new Map<number, Map<string, number>>();
  const change = (day: number, version: string, by: number) => {
    const ofDay = changes.get(day) ?? new Map<string, number>();
    ofDay.set(version, (ofDay.get(version) ?? 0) + by);
    changes.set(day, ofDay);
  };
  for (const [at, timeline] of timelines.entries()) {
    const clusterCount = movers[at]?.alike.length ?? 0;
    for (const [index, { fromDay, version }] of timeline.entries()) {
      change(fromDay, version, clusterCount);
      const before = timeline[index - 1];
      if (before !== undefined) change(fromDay, before.version, -clusterCount);
    }
  }
  const counts = new Map<string, number>();
  const days = [...changes.keys()].toSorted((a, b) => a - b);
  return withEnds(
    days.map((fromDay) => {
      for (const [version, by] of changes.get(fromDay) ?? []) counts.set(version, (counts.get(version) ?? 0) + by);
      const versions = [...counts].flatMap(([version, clusterCount]) =>
        clusterCount === 0 ? [] : [{ version, clusterCount }],
      );
      return { fromDay, versions: versions.toSorted((a, b) => compareVersions(a.version, b.version)) };
    }),
    horizonDays,
  ).map(({ fromDay, toDay, versions }) => ({ from: scale.dateOf(fromDay), to: scale.dateOf(toDay - 1), versions }));
}
