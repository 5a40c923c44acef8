import { costAtSize, type FleetSize, operatingModels } from "@nkp-planner/core";
import { sizesView } from "../../view/charts/sizes-chart.ts";
import type { Answer } from "../desk.ts";

/** Beyond today's fleet, so that its growth is seen; and so many sizes at most. */
const FEWEST_TENANTS = 30;
const BEYOND_TODAY = 2;
const MOST_SIZES = 30;

export const sizesAnswer: Answer<"sizes"> = async ({ input, context, comparison, writer }, _, step) => {
  const tenantCount = input.tenants.length;
  const last = tenantCount === 0 ? 0 : Math.max(FEWEST_TENANTS, tenantCount * BEYOND_TODAY);
  const apart = Math.max(1, Math.ceil(last / MOST_SIZES));
  const sizes: FleetSize[] = [];
  for (let size = 1; size <= last; size += apart) {
    await step(size, last);
    sizes.push(costAtSize(input, size, operatingModels, context));
  }
  const { verdict, currency } = comparison;
  return sizesView({ sizes, models: operatingModels, verdict, currency, tenantCount }, writer);
};
