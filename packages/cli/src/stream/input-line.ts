import type { Problem } from "@nkp-planner/core";

/** A tenant's piece of the input: a line, a document, or a row as JSON. */
export interface InputLine {
  /** Of its first line, from 1. */
  readonly lineNumber: number;
  readonly text: string;
  /** What is wrong with it, where that is known before it is read. */
  readonly problems?: readonly Problem[];
}
