import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";

/** Whether a text is a day of the calendar. */
export function isDay(text: unknown): text is IsoDate {
  return IsoDate.safeParse(text).success;
}

/** What to say of a text that is no day. */
export function notADay(text: unknown, path: Problem["path"]): readonly Problem[] {
  if (isDay(text)) return [];
  return [{ path, found: shown(text), expected: "a day of the calendar", fix: "write for example 2027-01-31" }];
}

/** Whether something is a whole number, not below the least. */
export function isWholeFrom(least: number, value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= least;
}

/** What to say of something that is no whole number, or too small. */
export function notWhole(least: number, value: unknown, path: Problem["path"], what: string): readonly Problem[] {
  if (isWholeFrom(least, value)) return [];
  return [{ path, found: shown(value), expected: `a whole number of ${what}`, fix: `write ${least} or more` }];
}

/** What stands in a list a second time. */
export function repeatedNames(names: readonly (readonly [name: string, path: Problem["path"]])[]): readonly Problem[] {
  const seen = new Set<string>();
  return names
    .filter(([name]) => seen.size === seen.add(name).size)
    .map(([name, path]) => ({
      path,
      found: `${shown(name)} a second time`,
      expected: "each once",
      fix: "remove one of them, or give it another name",
    }));
}
