import type { PlanningContext } from "./context.ts";
import type { PlanInput } from "./input.ts";
import { InputError } from "./input-error.ts";
import type { OperatingModel } from "./models/operating-model.ts";
import { type Money, ratioOf, subtractMoney } from "./money.ts";
import type { FleetPlan } from "./plan.ts";
import { type PlannedFleet, plannedFleet } from "./planned-fleet.ts";
import { PlanningCache } from "./planning-cache.ts";
import { type CostDriver, costDrivers } from "./prices/cost-drivers.ts";
import { didYouMean, shown } from "./shown.ts";
import { type FeatureGap, type Verdict, verdictOf } from "./verdict.ts";

/** How a plan differs from the baseline: plan − baseline. */
export interface Difference {
  readonly modelId: string;
  readonly monthlyCost: Money;
  /** monthlyCost ÷ the baseline's; null where the baseline costs nothing. */
  readonly monthlyCostRatio: number | null;
  readonly monthlyCostByDriver: Readonly<Record<CostDriver, Money>>;
  readonly clusterCount: number;
  readonly nodeCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly licensedVcpu: number;
  readonly platformVcpu: number;
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
  const plans = models.map((model) => plannedFleet(input, model, context, cache));
  const baseline = plans.find(({ model }) => model.id === baselineId) as FleetPlan;
  const starterGivesUp = featureGaps(context);
  return {
    release: context.catalog.release.id,
    asOf: input.asOf,
    currency: input.currency,
    baselineId,
    verdict: verdictOf(plans, baseline, starterGivesUp),
    plans,
    differences: plans.map((plan) => differenceOf(plan, baseline)),
    starterGivesUp,
  };
}

function differenceOf(plan: FleetPlan, baseline: FleetPlan): Difference {
  const [a, b] = [plan.totals, baseline.totals];
  const monthlyCost = subtractMoney(a.monthlyCost, b.monthlyCost);
  const byDriver = costDrivers.map(
    (driver) => [driver, subtractMoney(a.monthlyCostByDriver[driver], b.monthlyCostByDriver[driver])] as const,
  );
  return {
    modelId: plan.model.id,
    monthlyCost,
    monthlyCostRatio: ratioOf(monthlyCost, b.monthlyCost),
    monthlyCostByDriver: Object.fromEntries(byDriver) as Record<CostDriver, Money>,
    clusterCount: a.clusterCount - b.clusterCount,
    nodeCount: a.nodeCount - b.nodeCount,
    vcpu: a.vcpu - b.vcpu,
    memoryGiB: a.memoryGiB - b.memoryGiB,
    licensedVcpu: a.licensedVcpu - b.licensedVcpu,
    platformVcpu: a.platformVcpu - b.platformVcpu,
  };
}

/** Rows of the vendor's matrix that Ultimate includes and Starter does not. */
function featureGaps({ catalog }: PlanningContext): readonly FeatureGap[] {
  const [starter, ultimate] = (["starter", "ultimate"] as const).map((id) =>
    catalog.editions.find((one) => one.id === id),
  );
  const has = new Map(starter?.features.map(({ id, included }) => [id, included]));
  return (ultimate?.features ?? [])
    .filter(({ id, included }) => included && has.get(id) === false)
    .map(({ id, title }) => ({ id, title }));
}
