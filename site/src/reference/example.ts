import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type Comparison,
  compareModels,
  defaultModels,
  operatingModels,
  type PlannedFleet,
  plannedFleet,
} from "@nkp-planner/core";

/** The example fleet by the models that are compared by default: what the pages take their worked examples from. */
export const fleet = exampleFleet;
export const context = planningContext({ release: fleet.release, priceBook: examplePriceBook });
export const comparison: Comparison = compareModels(fleet, defaultModels, context, "ultimate-centralized");

/** The same fleet by every model, in the order of all. */
export const plans: readonly PlannedFleet[] = operatingModels.map(
  (one) => comparison.plans.find(({ model }) => model.id === one.id) ?? plannedFleet(fleet, one, context),
);

/** The tenant that the worked examples follow, and the clusters it gets in the models that the examples use. */
export const followed = fleet.tenants[0] as (typeof fleet.tenants)[number];

/** @throws when no model has the id: a page asks for a model that is gone. */
export function planOf(modelId: string): PlannedFleet {
  const plan = plans.find(({ model }) => model.id === modelId);
  if (plan === undefined) throw new Error(`There is no operating model "${modelId}".`);
  return plan;
}

/** The first model keeps every tenant apart; the examples use it where one cluster is enough to see. */
export const ownPlan = comparison.plans.find(({ clusters }) =>
  clusters.every(({ role }) => role === "self-managed"),
) as PlannedFleet;

/** The first model in which clusters are attached to a plane: there something is shared. */
export const sharedPlan = comparison.plans.find(({ clusters }) =>
  clusters.some(({ role }) => role === "attached"),
) as PlannedFleet;

/** The followed tenant's own cluster in a plan. */
export function clusterOfFollowed({ clusters }: PlannedFleet): PlannedFleet["clusters"][number] {
  const found = clusters.find(({ tenantIds }) => tenantIds.length === 1 && tenantIds[0] === followed.id);
  if (found === undefined) throw new Error(`${followed.name} has no cluster of its own.`);
  return found;
}
