import type { FleetPlan, Shortfall } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./layout.ts";

type Assumption = FleetPlan["assumptions"][number];

/** The assumptions a reader must see: prices, unknowns, and what the user set. */
export function pressingAssumptions(assumptions: readonly Assumption[]): readonly Assumption[] {
  return assumptions.filter(({ kind, isDefault }) => kind === "unknown" || kind === "prices" || !isDefault);
}

export function assumptionText({ statement, confidence, note, isDefault }: Assumption): string {
  const set = isDefault ? "" : " Set by you.";
  const reason = note === undefined || !isDefault ? "" : ` (${note})`;
  return paragraph(`${statement}${set}${reason} [${confidence}]`, "  ", "· ");
}

export function shortfallText({ statement, severity }: Shortfall): string {
  return paragraph(`${severity === "infeasible" ? "Cannot run: " : ""}${statement}`, "  ", "! ");
}

/** What a plan cannot keep: its figures are those of what can be planned of it, so none is shown without this. */
export function shortfallsText({ model, shortfalls }: Pick<FleetPlan, "model" | "shortfalls">, ink: Ink): string {
  if (shortfalls.length === 0) return "";
  return [ink.strong(`${model.title} falls short`), ...shortfalls.map(shortfallText)].join("\n");
}
