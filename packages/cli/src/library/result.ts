import type { Problem } from "./problem.ts";

/** What came of a question: its answer, or every problem of what was given, up to 200 of them. */
export type Result<T> =
  | {
      readonly ok: true;
      /** Plain, frozen data. */
      readonly value: T;
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** How many problems there are beside those listed. */
      readonly moreProblemCount: number;
    };

const MOST_PROBLEMS = 200;

export function answered<T>(value: T): Result<T> {
  return Object.freeze({ ok: true, value: frozen(value) });
}

export function refused(problems: readonly Problem[]): Extract<Result<never>, { readonly ok: false }> {
  const listed = problems.slice(0, MOST_PROBLEMS);
  return frozen({ ok: false, problems: listed, moreProblemCount: problems.length - listed.length });
}

/** Freezes plain data to its leaves, and returns it. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
