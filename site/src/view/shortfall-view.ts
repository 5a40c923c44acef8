import type { PlannedFleet, Shortfall } from "@nkp-planner/core";

/** What a model cannot give. */
export interface ShortfallsView {
  readonly modelId: string;
  readonly title: string;
  readonly lines: readonly { readonly word: string; readonly isInfeasible: boolean; readonly statement: string }[];
}

const WORDS: Record<Shortfall["severity"], string> = { infeasible: "Does not run", "unmet-wish": "Wish not met" };

export function shortfallViews(plans: readonly PlannedFleet[]): readonly ShortfallsView[] {
  return plans.map(({ model, shortfalls }) => ({
    modelId: model.id,
    title: model.title,
    lines: shortfalls.map(({ severity, statement }) => ({
      word: WORDS[severity],
      isInfeasible: severity === "infeasible",
      statement,
    })),
  }));
}
