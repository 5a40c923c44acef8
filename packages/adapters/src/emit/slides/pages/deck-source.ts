import type { Comparison, Finding, PlannedFleet } from "@nkp-planner/core";
import type { DeckLanguage } from "../language/deck-language.ts";

/** What the slides of a deck are made of. */
export interface DeckSource {
  /** The plan that the deck is of, and whose clusters it lists. */
  readonly planned: PlannedFleet;
  readonly comparison: Comparison;
  readonly language: DeckLanguage;
  /** Whether costs and margins may be seen. */
  readonly isInternal: boolean;
  readonly fleetName: string | undefined;
  /** What the shell knows of the inputs. */
  readonly findings: readonly Finding[];
}

/** The models that find room side by side, in their order; this plan, the cheapest and the other of the verdict always do. */
export function modelsShown({ comparison: { plans, verdict }, planned }: DeckSource): readonly PlannedFleet[] {
  const MOST_MODELS = 6;
  const needed = [planned.model.id, verdict.winnerId, verdict.otherId];
  const rank = ({ model }: PlannedFleet) => (needed.includes(model.id) ? 0 : 1);
  const kept = plans.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_MODELS);
  return plans.filter((plan) => kept.includes(plan));
}
