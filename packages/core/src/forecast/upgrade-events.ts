/**
 * How many upgrades fall on the days from one up to, and without, another, counted from the start: upgrade n is due on
 * day n × days between two, the first after one such time.
 *
 * Every 73 days: on the days 73, 146, 219 …; from day 61 up to day 92 there is one.
 */
export function upgradesBetween(fromDays: number, untilDays: number, daysBetweenUpgrades: number): number {
  const dueBefore = (days: number) => Math.max(0, Math.ceil(days / daysBetweenUpgrades) - 1);
  return dueBefore(untilDays) - dueBefore(fromDays);
}
