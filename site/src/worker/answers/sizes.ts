import { defaultModels, fleetOfSize, planFleet, sizedCostOf } from "@nkp-planner/core";
import { type SizedFleet, sizesView } from "../../view/charts/sizes-chart.ts";
import type { Answer, Planned } from "../answer.ts";

/** Beyond today's fleet, so that its growth is seen; and so many sizes at most. */
const FEWEST_TENANTS = 30;
const BEYOND_TODAY = 2;
const MOST_SIZES = 30;
/** A large fleet is planned at fewer sizes: nobody waits minutes for a line. */
const MOST_PLANNED_TENANTS = 1500;
const FEWEST_SIZES = 5;
/** Sizes from nothing to the last are half the last in the mean. */
const MEAN_OF_SIZES = 1 / 2;

export const sizesAnswer: Answer<"sizes"> = async (planned, _, step) => {
  const { input, comparison, writer } = planned;
  const tenantCount = input.tenants.length;
  const last = tenantCount === 0 ? 0 : Math.max(FEWEST_TENANTS, tenantCount * BEYOND_TODAY);
  const affordable = Math.floor(MOST_PLANNED_TENANTS / Math.max(last * MEAN_OF_SIZES, 1));
  const apart = Math.max(1, Math.ceil(last / Math.min(MOST_SIZES, Math.max(FEWEST_SIZES, affordable))));
  const sizes: SizedFleet[] = [];
  for (let size = 1; size <= last; size += apart) {
    await step(size, last);
    sizes.push(plannedAt(size, planned));
  }
  const { verdict, currency } = comparison;
  return sizesView({ sizes, models: defaultModels, verdict, currency, tenantCount }, writer);
};

/** The mix of tenants at one size, planned by every model: what it costs and what it leaves. */
function plannedAt(tenantCount: number, { input, context, cache }: Planned): SizedFleet {
  const fleet = fleetOfSize(input, tenantCount);
  const plans = defaultModels.map((model) => planFleet(fleet, model, context, cache));
  return {
    tenantCount,
    costs: plans.map(sizedCostOf),
    margins: plans.map(({ model, totals }) => ({ modelId: model.id, monthlyMargin: totals.monthlyMargin })),
  };
}
