import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import { findingOfProblem, type Problem } from "../base/findings/problem.ts";

/** One of the things a plan is made of, as it was given: read, or with what is wrong with it. */
export interface Given<Value> {
  /** What it is called, for people: a file name, `price book`. */
  readonly name: string;
  /** null: it cannot be used. */
  readonly value: Value | null;
  /** Errors where it cannot be used, and what was said while it was read. */
  readonly findings: readonly Finding[];
  /** Where a part of it stands in its text; undefined where it was no text. */
  placeOf(path: Problem["path"]): { readonly line: number; readonly column: number } | undefined;
}

/** Reads something that is no text. */
export function given<Value>(name: string, read: () => Value): Given<Value> {
  try {
    return { name, value: read(), findings: [], placeOf: () => undefined };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, value: null, findings: error.findings, placeOf: () => undefined };
  }
}

/** Problems of something that was read, each with its place in it. */
export function placed({ name, placeOf }: Given<unknown>, problems: readonly Problem[]): readonly Finding[] {
  return problems.map((problem) =>
    findingOfProblem(problem.path.length === 0 ? problem : { ...problem, ...placeOf(problem.path) }, name),
  );
}
