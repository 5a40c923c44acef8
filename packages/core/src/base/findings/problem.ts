import { pathText } from "../shown.ts";
import { visible } from "../visible.ts";
import { type Finding, findingOf, type ProblemParams } from "./finding.ts";
import type { INPUT_TEXTS } from "./input-texts.ts";
import type { InputPlace } from "./subject.ts";

export type ProblemCode = keyof typeof INPUT_TEXTS;

/** One thing wrong with an input, as checks write it down: where, what was found, what was expected, the fix. */
export interface Problem {
  /** `not-accepted` where nothing more exact is known. */
  readonly code?: ProblemCode;
  /** Keys and list positions from the root of the input to the place. */
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
  /** What was expected, for programs; absent where no value says it. */
  readonly params?: ProblemParams | undefined;
  /** 1-based place in the text, where the input was a text. */
  readonly line?: number;
  readonly column?: number;
}

const INPUT = "input";

/** A problem as what every surface prints. @param file what was read, for people */
export function findingOfProblem(problem: Problem, file?: string): Finding {
  const { code = "not-accepted", path, found, expected, fix, params, line, column } = problem;
  // Its words may hold text of the file, and not every surface writes them by `valueText`.
  const text = (value: string) => ({ kind: "text", value: visible(value) }) as const;
  const place: InputPlace = {
    in: "input",
    path,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return findingOf(INPUT, code, {
    figures: { found: text(found), expected: text(expected), fix: text(fix) },
    subject: place,
    params,
  });
}

/** A finding about an input, written down again. @throws Error for one about a plan */
export function problemOf({ code, message, subject, params }: Finding): Problem {
  if (subject.in !== "input") throw new Error(`${code} is about a plan.`);
  const textOf = (name: string) => String(message.figures[name]?.value ?? "");
  const { path, line, column } = subject;
  return {
    code: code as ProblemCode,
    path,
    found: textOf("found"),
    expected: textOf("expected"),
    fix: textOf("fix"),
    ...(params === undefined ? {} : { params }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** `tenants[1].price.monthly: found "19O0,00", expected an amount such as "1900.00"; write "1900.00"` */
export function problemText(problem: Problem): string {
  const place = pathText(problem.path);
  return `${place === "" ? "" : `${place}: `}found ${problem.found}, expected ${problem.expected}; ${problem.fix}`;
}
