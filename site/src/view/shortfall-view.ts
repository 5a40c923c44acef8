import { findingText, type PlannedFleet, shortfallsOf } from "@nkp-planner/core";
import type { Writer } from "./writer.ts";

/** What a model cannot give. */
export interface ShortfallsView {
  readonly modelId: string;
  readonly title: string;
  readonly lines: readonly { readonly word: string; readonly isInfeasible: boolean; readonly statement: string }[];
}

export function shortfallViews(plans: readonly PlannedFleet[], writer: Writer): readonly ShortfallsView[] {
  return plans.map((plan) => ({
    modelId: plan.model.id,
    title: plan.model.title,
    lines: shortfallsOf(plan).map((finding) => ({
      word: finding.kind === "infeasible" ? "Does not run" : "Wish not met",
      isInfeasible: finding.kind === "infeasible",
      statement: findingText(finding, writer.inSentence),
    })),
  }));
}
