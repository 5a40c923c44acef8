import { isInfeasible } from "../base/findings/finding.ts";
import { compareMoney, type Money, subtractMoney } from "../base/money.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { type FleetPlan, planFleet, pricedPlan } from "../plan/plan.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { isStructural, type Target } from "./range.ts";

/** What one model comes to under one assumption. */
export interface Amounts {
  readonly monthlyCost: Money;
  /** null: what a tenant pays is unknown. */
  readonly monthlyPrice: Money | null;
  readonly monthlyMargin: Money | null;
  readonly isFeasible: boolean;
}

/** A model with its plan at the base values. */
export interface BasePlan {
  readonly model: OperatingModel;
  readonly plan: FleetPlan;
}

/** How plans are made again and again: what is told of each, and what they leave for the next. */
export interface Replanning {
  readonly onPlan?: () => void;
  readonly cache?: PlanningCache;
}

/** The fleet planned by each model at the values as they are. */
export function basePlans(
  input: PlanInput,
  models: readonly OperatingModel[],
  context: PlanningContext,
  { onPlan, cache }: Replanning = {},
): readonly BasePlan[] {
  return models.map((model) => {
    const plan = planFleet(input, model, context, cache);
    onPlan?.();
    return { model, plan };
  });
}

/** What a change of prices and hours can move in a plan. */
export function amountsOf({ totals, findings }: Pick<FleetPlan, "totals" | "findings">): Amounts {
  const { monthlyCost, monthlyPrice, monthlyMargin } = totals;
  return {
    monthlyCost,
    monthlyPrice,
    monthlyMargin,
    isFeasible: !isInfeasible({ findings }),
  };
}

/** The margin, or the cost where no margin is known. */
export function measureOf({ monthlyMargin, monthlyCost }: Pick<Amounts, "monthlyMargin" | "monthlyCost">): Money {
  return monthlyMargin ?? monthlyCost;
}

/**
 * A model under a context in which some targets have other values: planned again from the layout on. Where no target can
 * change what exists, the base's nodes are priced again, which comes to the same.
 */
export function amountsUnder(
  { model, plan }: BasePlan,
  input: PlanInput,
  changed: PlanningContext,
  targets: readonly Target[],
  cache?: PlanningCache,
): Amounts {
  const isOther = targets.some((target) => isStructural(target, changed));
  return amountsOf(isOther ? planFleet(input, model, changed, cache) : pricedPlan(input, model, plan, changed, cache));
}

/** The model that costs least of those that are feasible; null where none is, or several cost the same. */
export function cheapestOf(all: readonly (Pick<Amounts, "monthlyCost" | "isFeasible"> & { modelId: string })[]) {
  const [first, second] = all
    .filter(({ isFeasible }) => isFeasible)
    .toSorted((a, b) => compareMoney(a.monthlyCost, b.monthlyCost));
  if (first === undefined) return null;
  return second !== undefined && compareMoney(first.monthlyCost, second.monthlyCost) === 0 ? null : first.modelId;
}

/** How far two amounts are apart. */
export function distanceOf(a: Money, b: Money): Money {
  return compareMoney(a, b) >= 0 ? subtractMoney(a, b) : subtractMoney(b, a);
}
