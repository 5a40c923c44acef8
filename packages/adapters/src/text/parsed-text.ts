import type { Problem } from "@nkp-planner/core";

/** 1-based, as editors count. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What a text says as plain data, or what is wrong with it. */
export interface ParsedText {
  /** null: nothing could be taken. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  placeOf?(path: Problem["path"]): TextPlace;
}

/** Nobody writes lists and maps within each other deeper than this. */
export const MOST_DEPTH = 100;

const START: TextPlace = { line: 1, column: 1 };

/** A text of which nothing can be taken. */
export function refusedText(found: string, expected: string, fix: string, place: TextPlace = START): ParsedText {
  return { data: null, problems: [{ path: [], found, expected, fix, ...place }] };
}

export function tooDeep(place?: TextPlace): ParsedText {
  return refusedText("lists or maps nested too deeply", "a handful of levels", "flatten the file", place);
}
