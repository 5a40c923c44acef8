import type { CheckResult } from "../check-result.ts";

/** A way to write down what a check found. */
export interface CheckFormat {
  readonly id: string;
  readonly title: string;
  write(result: CheckResult, about: ReportedBy): string;
  /** What whoever takes it will drop without a word, in a sentence; null: nothing. */
  dropped?(result: CheckResult): string | null;
}

/** Who reports. */
export interface ReportedBy {
  /** Of the program. */
  readonly version: string;
  /** Tells comments of one repository apart; left out: there is one. */
  readonly marker?: string;
}
