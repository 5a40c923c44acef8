import type { Problem } from "@nkp-planner/core";

/** 1-based, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a reader makes of a text: the value and where its parts stand, or everything that is wrong with it. */
export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value; placeOf(path: Problem["path"]): Place }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Text in, a value of the planner out. Pure: whoever calls it opens the file. */
export interface Reader<Value> {
  readonly id: string;
  readonly title: string;
  /** Whether a file of this name may be of this format. */
  accepts(fileName: string): boolean;
  read(text: string): ReadResult<Value>;
}

export function defineReader<Value>(reader: Reader<Value>): Reader<Value> {
  return reader;
}
