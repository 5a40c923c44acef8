import { InputError } from "../base/findings/input-error.ts";
import { ratioOf } from "../base/money.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { type PlannedFleet, plannedFleet } from "../plan/planned-fleet.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import { type ComparedTotals, totalDifferences } from "../plan/totals/total-differences.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { editionGaps } from "./edition-gaps.ts";
import { type FeatureGap, type Verdict, type VerdictSide, verdictOf, verdictSideOf } from "./verdict.ts";

/** How a plan differs from the baseline: plan − baseline. */
export interface Difference extends ComparedTotals {
  readonly modelId: string;
  /** monthlyCost ÷ the baseline's; null where the baseline costs nothing. */
  readonly monthlyCostRatio: number | null;
}

export interface Comparison {
  readonly release: string;
  readonly asOf: string;
  readonly currency: string;
  readonly baselineId: string;
  readonly verdict: Verdict;
  readonly plans: readonly PlannedFleet[];
  /** One a plan, in the plans' order; the baseline's is all zero. */
  readonly differences: readonly Difference[];
  readonly starterGivesUp: readonly FeatureGap[];
}

/**
 * Plans the same fleet by several models and says which costs least, by how much, and why.
 * @param baselineId the model the others are measured against; it must be one of the models
 * @throws InputError when the price book lacks a rate, or no model has the baseline's id
 */
export function compareModels(
  input: PlanInput,
  models: readonly OperatingModel[],
  context: PlanningContext,
  baselineId: string,
  cache: PlanningCache = new PlanningCache(),
): Comparison {
  const ids = models.map(({ id }) => id);
  if (!ids.includes(baselineId)) {
    const problem = {
      path: [],
      found: shown(baselineId),
      expected: "one of the models compared",
      fix: didYouMean(baselineId, ids),
    };
    throw new InputError("baseline", [problem]);
  }
  return comparisonOf(
    models.map((model) => plannedFleet(input, model, context, cache)),
    baselineId,
  );
}

/** The same of plans of one fleet that are there already. @param baselineId the id of the model of one of them */
export function comparisonOf(plans: readonly PlannedFleet[], baselineId: string): Comparison {
  const baseline = plans.find(({ model }) => model.id === baselineId) as PlannedFleet;
  const { release, input, currency } = baseline;
  const gaps = editionGaps(baseline.context);
  const sides = plans.map(verdictSideOf);
  return {
    release,
    asOf: input.asOf,
    currency,
    baselineId,
    verdict: verdictOf(sides, sides[plans.indexOf(baseline)] as VerdictSide, gaps),
    plans,
    differences: plans.map((plan) => differenceOf(plan, baseline)),
    starterGivesUp: gaps.starter,
  };
}

type ModelTotals = Pick<FleetPlan, "totals"> & { readonly model: Pick<OperatingModel, "id"> };

/** How one plan differs from another: the cost stands first, with its ratio and its parts behind it. */
export function differenceOf({ model, totals }: ModelTotals, baseline: ModelTotals): Difference {
  const { monthlyCost, monthlyCostByDriver, ...sizes } = totalDifferences(totals, baseline.totals);
  const monthlyCostRatio = ratioOf(monthlyCost, baseline.totals.monthlyCost);
  return { modelId: model.id, monthlyCost, monthlyCostRatio, monthlyCostByDriver, ...sizes };
}
