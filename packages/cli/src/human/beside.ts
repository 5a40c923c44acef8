import type { PlannedFleet } from "@nkp-planner/core";
import type { ShellProcess } from "../shell.ts";
import { shortfallsText } from "./assumptions.ts";
import { inkFor } from "./ink.ts";
import { paragraph } from "./layout.ts";

/**
 * Says on standard error what a document has no place for: that a plan cannot run, and, beside formats for other tools,
 * what a reader should know of the inputs.
 */
export function sayBeside(
  { stderr, env }: ShellProcess,
  plans: readonly PlannedFleet[],
  notices: readonly string[],
  isForTools: boolean,
): void {
  const ink = inkFor(stderr, env);
  const infeasible = plans.filter(({ shortfalls }) => shortfalls.some(({ severity }) => severity === "infeasible"));
  const lines = [
    ...(isForTools ? notices.map((notice) => paragraph(notice)) : []),
    ...infeasible.map((plan) => shortfallsText(plan, ink)),
  ];
  if (lines.length > 0) stderr.write(`${lines.join("\n")}\n`);
}
