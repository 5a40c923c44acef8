import { type FleetPlan, isInfeasible } from "@nkp-planner/core";

/** A model's name above its figures, marked where its plan does not run: such figures never stand for a plan that does. */
export function planTitle(plan: Pick<FleetPlan, "findings"> & { readonly model: { readonly title: string } }): string {
  return isInfeasible(plan) ? `${plan.model.title} (does not run)` : plan.model.title;
}
