import type { Place } from "./read-result.ts";
import type { ReadText } from "./reader.ts";

/** Nobody writes lists and maps within each other deeper than this. */
export const MOST_DEPTH = 100;

const START: Place = { line: 1, column: 1 };

/** A text of which nothing can be taken. */
export function refusedText(found: string, expected: string, fix: string, place: Place = START): ReadText {
  return { data: null, problems: [{ path: [], found, expected, fix, ...place }] };
}

export function tooDeep(place?: Place): ReadText {
  return refusedText("lists or maps nested too deeply", "a handful of levels", "flatten the file", place);
}
