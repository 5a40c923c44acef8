import type { Comparison, PlannedFleet } from "@nkp-planner/core";

/** @throws where the comparison has no plan by the model: a mistake in the program */
export function planBy({ plans }: Comparison, modelId: string): PlannedFleet {
  const plan = plans.find(({ model }) => model.id === modelId);
  if (plan === undefined) throw new Error(`No plan by the model "${modelId}".`);
  return plan;
}
