import { type CheckResult, isOpen } from "@nkp-planner/adapters/check";
import type { Severity } from "@nkp-planner/core";
import { EXIT } from "../shell.ts";

const LEVELS = ["error", "warning", "none"] as const;

/** From which severity on findings fail a check; `none`: whatever is found, it passes. */
export type FailOn = (typeof LEVELS)[number];

export const failOnFlag = {
  kind: "enum",
  values: LEVELS,
  default: "error",
  brief: "From which severity on what is found ends with exit code 1",
} as const;

const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  none: [],
};

export function exitCodeOfCheck({ judged }: CheckResult, failOn: FailOn): number {
  const failing = FAILING[failOn];
  return judged.some((one) => isOpen(one) && failing.includes(one.severity)) ? EXIT.findings : EXIT.ok;
}
