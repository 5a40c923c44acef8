import type { DayScale } from "../base/day-scale.ts";
import type { Freeze } from "./lifecycle-input.ts";
import type { MaintenanceWindows } from "./upgrade-policy.ts";
import { type Holder, MAINTENANCE, type Wait } from "./wait.ts";

/** Days on which something may be moved, as far as the provider's windows go. */
export interface WindowDays {
  /** The first from a day on; infinite: none any more. */
  nextFrom(day: number): number;
  /** The last up to a day; before all days: none. */
  lastUntil(day: number): number;
}

const ANY_DAY: WindowDays = { nextFrom: (day) => day, lastUntil: (day) => day };

/** The provider's windows as days. */
export function windowDaysOf(windows: MaintenanceWindows | null, scale: DayScale): WindowDays {
  if (windows === null) return ANY_DAY;
  if ("days" in windows) return listedDays(windows.days.map(scale.dayOf));
  const first = scale.dayOf(windows.from);
  const { everyDays } = windows;
  return {
    nextFrom: (day) => first + Math.max(0, Math.ceil((day - first) / everyDays)) * everyDays,
    lastUntil: (day) =>
      day < first ? Number.NEGATIVE_INFINITY : first + Math.floor((day - first) / everyDays) * everyDays,
  };
}

/** Days of a list, in whatever order. */
export function listedDays(days: readonly number[]): WindowDays {
  const sorted = days.toSorted((a, b) => a - b);
  return {
    nextFrom: (day) => sorted.find((one) => one >= day) ?? Number.POSITIVE_INFINITY,
    lastUntil: (day) => sorted.findLast((one) => one <= day) ?? Number.NEGATIVE_INFINITY,
  };
}

/** Days of a freeze, both included, and whose it is. */
export interface FrozenDays {
  readonly fromDay: number;
  readonly toDay: number;
  readonly holder: Holder;
}

/** A tenant's freezes as days. */
export function frozenDaysOf(freezes: readonly Freeze[], holder: Holder, scale: DayScale): readonly FrozenDays[] {
  return mergedFreezes(freezes.map(({ from, to }) => ({ fromDay: scale.dayOf(from), toDay: scale.dayOf(to), holder })));
}

/** Freezes of several tenants as stretches that do not overlap: a day is theirs who froze it first. */
export function mergedFreezes(all: readonly FrozenDays[]): readonly FrozenDays[] {
  const merged: FrozenDays[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { fromDay, toDay, holder } of all.toSorted((a, b) => a.fromDay - b.fromDay || b.toDay - a.toDay)) {
    if (toDay <= end) continue;
    merged.push({ fromDay: Math.max(fromDay, end + 1), toDay, holder });
    end = toDay;
  }
  return merged;
}

/** The first day from one on that nobody has frozen. */
export function nextUnfrozen(freezes: readonly FrozenDays[], day: number): number {
  return freezes.reduce((at, { fromDay, toDay }) => (fromDay <= at && at <= toDay ? toDay + 1 : at), day);
}

/** When a group of clusters may move: the provider's windows, and the freezes of all of its tenants. */
export interface MoveDays {
  readonly windows: WindowDays;
  /** In their order, none overlapping. */
  readonly freezes: readonly FrozenDays[];
}

/** The wait until the first day on which a group may move, from where another wait ends. */
export function untilMoveDay({ windows, freezes }: MoveDays, from: Wait): Wait {
  let wait = from;
  let next = 0;
  while (Number.isFinite(wait.untilDay)) {
    const day = wait.untilDay;
    while ((freezes[next]?.toDay ?? day) < day) next++;
    const freeze = freezes[next];
    if (freeze !== undefined && freeze.fromDay <= day) {
      wait = { untilDay: freeze.toDay + 1, sinceDay: day, holder: freeze.holder, before: wait };
      continue;
    }
    const windowDay = windows.nextFrom(day);
    if (windowDay === day) return wait;
    wait = { untilDay: windowDay, sinceDay: day, holder: MAINTENANCE, before: wait };
  }
  return wait;
}

/** The last day up to one on which a group may move; before all days: none. */
export function lastMoveDay({ windows, freezes }: MoveDays, until: number): number {
  let day = windows.lastUntil(until);
  for (const { fromDay, toDay } of freezes.toReversed()) {
    if (fromDay <= day && day <= toDay) day = windows.lastUntil(fromDay - 1);
  }
  return day;
}
