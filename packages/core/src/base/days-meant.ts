import { IsoDate } from "./provenance.ts";

const YEAR_FIRST = /^\s*(\d{4})[-./](\d{1,2})[-./](\d{1,2})\s*$/;
const YEAR_LAST = /^\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\s*$/;

/**
 * The days that a text may stand for which is none as files have them, of the calendar only: `23.11.2026` is one,
 * `05/06/2026` may be two, the American one first.
 */
export function daysMeant(text: string): readonly IsoDate[] {
  const [, year, month = "", day = ""] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return daysOf([[year, month, day]]);
  const [, first = "", second = "", last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined) return [];
  const dayFirst = [last, second, first] as const;
  return daysOf(text.includes(".") ? [dayFirst] : [[last, first, second], dayFirst]);
}

function daysOf(parts: readonly (readonly [year: string, month: string, day: string])[]): readonly IsoDate[] {
  const days = parts.map((part) => part.map((one) => one.padStart(2, "0")).join("-"));
  return [...new Set(days)].filter((day) => IsoDate.safeParse(day).success);
}
