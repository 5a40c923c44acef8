import { visible } from "../visible.ts";
import type { Finding } from "./finding.ts";
import { findingText } from "./finding-text.ts";
import { findingOfProblem, type Problem, problemOf } from "./problem.ts";

/** By which another copy of the package, bundled or of another version, knows it. */
const BRAND: unique symbol = Symbol.for("nkp-planner.InputError") as never;

/** Bad input, with everything that is wrong with it at once. The one error a caller is meant to catch. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly [BRAND] = true;
  readonly findings: readonly Finding[];
  /** What the findings are in, for people: a file name, "assumptions", "price book". */
  readonly subject: string;

  constructor(subject: string, problems: readonly (Problem | Finding)[]) {
    const findings = problems.map((one) => ("ruleId" in one ? one : findingOfProblem(one, subject)));
    super(findings.map((finding) => `${visible(fileOf(finding) ?? subject)}: ${findingText(finding)}`).join("\n"));
    this.subject = subject;
    this.findings = findings;
  }

  /** Whether it is one, of this copy of the package or of another. */
  static is(error: unknown): error is InputError {
    return typeof error === "object" && error !== null && BRAND in error;
  }

  /** `instanceof` knows those of other copies, too. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return InputError.is(error);
  }
}

/** The file that a finding is in; undefined for one about a plan. */
export function fileOf({ subject }: Pick<Finding, "subject">): string | undefined {
  return subject.in === "input" ? subject.file : undefined;
}

/** What an error says is wrong, as checks write it down. */
export function problemsOf({ findings }: Pick<InputError, "findings">): readonly Problem[] {
  return findings.map(problemOf);
}
