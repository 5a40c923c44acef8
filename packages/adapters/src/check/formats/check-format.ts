import type { CheckResult } from "../check-result.ts";

/** A way to write down what a check found. */
export interface CheckFormat {
  readonly id: string;
  readonly title: string;
  /** Where pages of rules are: `https://…/rules/`, so that `too-few-nodes/` comes behind it. */
  write(result: CheckResult, about: ReportedBy): string;
}

/** Who reports. */
export interface ReportedBy {
  /** Of the program. */
  readonly version: string;
}
