import { addMonths, type ClusterUpgrades, type UpgradeCalendar } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { clip, padEnd } from "./layout.ts";

/** Beside a name as long as most, 48 of them still fit a page. */
const MOST_COLUMNS = 48;
const NAME_WIDTH = 24;
const YEAR_WIDTH = 4;
/** More minor versions behind than one character can say. */
const MOST_BEHIND = 9;

const NEWEST = "·";
const MANY = "+";

/** What the characters mean. */
export const TIMELINE_LEGEND = `${NEWEST} the newest minor version, 1 to ${MOST_BEHIND} so many behind it`;

/** A line a cluster and a character a month, or a few: how far behind the newest minor version it is on the first day. */
export function timelineText(calendar: UpgradeCalendar, ink: Ink): string {
  const days = daysOf(calendar);
  const clusters = [...calendar.planes, ...calendar.clusters];
  return [
    ink.quiet(`${padEnd("", NAME_WIDTH)}  ${yearsLine(days)}`),
    ...clusters.map(
      (cluster) =>
        `${padEnd(clip(cluster.name, NAME_WIDTH), NAME_WIDTH)}  ${days.map(behindOn(cluster, calendar)).join("")}`,
    ),
  ].join("\n");
}

function daysOf({ asOf, until }: UpgradeCalendar): readonly string[] {
  const firsts: string[] = [];
  for (let month = 0; addMonths(asOf, month) < until; month += 1) firsts.push(addMonths(asOf, month));
  const step = Math.ceil(firsts.length / MOST_COLUMNS);
  return firsts.filter((_, index) => index % step === 0);
}

/** A year where its first column is, as far as there is room. */
function yearsLine(days: readonly string[]): string {
  const starts = days.flatMap((day, index) =>
    index === 0 || days[index - 1]?.slice(0, YEAR_WIDTH) !== day.slice(0, YEAR_WIDTH) ? [index] : [],
  );
  const written = starts.filter((index, at) => (starts[at + 1] ?? Number.POSITIVE_INFINITY) - index > YEAR_WIDTH);
  return written.reduce((line, index) => `${padEnd(line, index)}${days[index]?.slice(0, YEAR_WIDTH)}`, "");
}

function behindOn({ steps }: ClusterUpgrades, { releases }: UpgradeCalendar): (day: string) => string {
  return (day) => {
    // Releases that were out before the first day and are behind the cluster's own are no steps of it.
    const out = releases.filter(
      ({ minor, releasedOn }) => releasedOn <= day && steps.some((step) => step.minor === minor),
    );
    const behind = out.filter(({ minor }) => {
      const step = steps.find((one) => one.minor === minor);
      return step?.movedOn === undefined || step.movedOn === null || step.movedOn > day;
    }).length;
    if (behind === 0) return NEWEST;
    return behind > MOST_BEHIND ? MANY : String(behind);
  };
}
