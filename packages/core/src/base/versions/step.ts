import type { Problem } from "../findings/problem.ts";

/** A file or document as it is written: a map of plain data. */
export type Written = Readonly<Record<string, unknown>>;

/** How a file or document of one form becomes one of the next. */
export interface VersionStep {
  readonly from: string;
  readonly to: string;
  /** Says of the version nothing: that is written by whoever takes the step. */
  take(old: Written): Taken | NotTaken;
}

export interface Taken {
  readonly data: Written;
  /** Every part that has another place, form or meaning now. What is not named here has to be where it was. */
  readonly changes: readonly VersionChange[];
}

/** Why nothing in the next form can be made of it without inventing something. */
export interface NotTaken {
  readonly problem: Problem;
}

export interface VersionChange {
  /** The place in the old form. */
  readonly path: Problem["path"];
  /** What became of it, as a sentence. */
  readonly sentence: string;
}
