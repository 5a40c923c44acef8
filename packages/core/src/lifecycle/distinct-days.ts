/** Days from one up to another, which is not among them. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
}

/** How many days lie in at least one of some ranges: of 0 to 10 and 5 to 12, 12. */
export function distinctDays(ranges: readonly DayRange[]): number {
  if (ranges.length === 0) return 0;
  let end = Number.NEGATIVE_INFINITY;
  let days = 0;
  for (const { fromDay, toDay } of ranges.toSorted((a, b) => a.fromDay - b.fromDay)) {
    if (toDay <= end || toDay <= fromDay) continue;
    days += toDay - Math.max(fromDay, end);
    end = toDay;
  }
  return days;
}
