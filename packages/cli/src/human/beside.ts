import { type Finding, isInfeasible, type PlannedFleet } from "@nkp-planner/core";
import type { ShellProcess } from "../shell.ts";
import { noticesText, shortfallsText } from "./findings.ts";
import { inkFor } from "./ink.ts";

/**
 * Says on standard error what a document has no place for: that a plan cannot run, and, beside formats for other tools,
 * what a reader should know of the inputs.
 */
export function sayBeside(
  { stderr, env }: ShellProcess,
  plans: readonly PlannedFleet[],
  notices: readonly Finding[],
  isForTools: boolean,
): void {
  const ink = inkFor(stderr, env);
  const infeasible = plans.filter(isInfeasible);
  const lines = [
    ...(isForTools && notices.length > 0 ? [noticesText(notices)] : []),
    ...infeasible.map((plan) => shortfallsText(plan, ink)),
  ];
  if (lines.length > 0) stderr.write(`${lines.join("\n")}\n`);
}
