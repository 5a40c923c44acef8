import { addDays, daysBetween } from "./dates.ts";
import type { IsoDate } from "./provenance.ts";

/** Days as numbers counted from one day, which is 0, so that many of them are compared quickly. */
export interface DayScale {
  /** Below zero for a day before. */
  dayOf(date: IsoDate): number;
  /** Of a day from 0 on. */
  dateOf(day: number): IsoDate;
}

/** The scale whose day 0 is given: of 2027-01-01, 2027-02-01 is day 31. */
export function dayScaleFrom(first: IsoDate): DayScale {
  const days = new Map<IsoDate, number>();
  const dates = new Map<number, IsoDate>();
  return {
    dayOf: (date) => known(days, date, () => daysBetween(first, date)),
    dateOf: (day) => known(dates, day, () => addDays(first, day)),
  };
}

function known<Key, Value>(all: Map<Key, Value>, key: Key, find: () => Value): Value {
  const found = all.get(key);
  if (found !== undefined) return found;
  const value = find();
  all.set(key, value);
  return value;
}
