import { addDays, daysBetween } from "../base/dates.ts";
import type { IsoDate } from "../base/provenance.ts";

/**
 * The days from one up to, and without, another on which an upgrade is due: upgrade n, n × days between two after the
 * start, the first after one such time.
 *
 * Every 73 days from 1 January: on 15 March, 27 May, 8 August …; in March there is one.
 */
export function upgradeDays(
  start: IsoDate,
  from: IsoDate,
  until: IsoDate,
  daysBetweenUpgrades: number,
): readonly IsoDate[] {
  const dueBefore = (day: IsoDate) => Math.max(0, Math.ceil(daysBetween(start, day) / daysBetweenUpgrades) - 1);
  const [first, last] = [dueBefore(from), dueBefore(until)];
  return Array.from({ length: Math.max(0, last - first) }, (_, index) =>
    addDays(start, Math.floor((first + index + 1) * daysBetweenUpgrades)),
  );
}
