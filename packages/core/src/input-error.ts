import type { Finding } from "./findings/finding.ts";
import { findingOfProblem, type Problem, problemOf, problemText } from "./findings/problem.ts";

/** Bad input, with everything that is wrong with it at once. The one error a caller is meant to catch. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly findings: readonly Finding[];
  /** What the findings are in, for people: a file name, "assumptions", "price book". */
  readonly subject: string;

  constructor(subject: string, problems: readonly Problem[]) {
    super(problems.map((problem) => `${subject}: ${problemText(problem)}`).join("\n"));
    this.subject = subject;
    this.findings = problems.map((problem) => findingOfProblem(problem, subject));
  }
}

/** What an error says is wrong, as checks write it down. */
export function problemsOf({ findings }: Pick<InputError, "findings">): readonly Problem[] {
  return findings.map(problemOf);
}
