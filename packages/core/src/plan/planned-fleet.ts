import type { PlanInput } from "../input/fleet.ts";
import { type FleetOfDay, fleetOfDay } from "../input/fleet-of-day.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { type FleetPlan, planFleet } from "./plan.ts";
import { PlanningCache } from "./planning-cache.ts";

/** A plan with what it was made of and with at hand, so that its figures can be opened; prices are in the plan's currency. */
export interface PlannedFleet extends FleetPlan {
  readonly input: FleetOfDay;
  readonly context: PlanningContext;
}

/** Plans a fleet by one model and keeps the inputs at hand. @throws InputError as `planFleet` */
export function plannedFleet(
  input: PlanInput,
  model: OperatingModel,
  context: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): PlannedFleet {
  return withInputs(planFleet(input, model, context, cache), input, context, cache);
}

/** A plan beside its inputs. @throws InputError where the prices have no rate to the plan's currency */
export function withInputs(
  plan: FleetPlan,
  input: PlanInput,
  context: PlanningContext,
  cache: PlanningCache = new PlanningCache(),
): PlannedFleet {
  return { ...plan, input: fleetOfDay(input), context: cache.contextIn(context, plan.currency, input.asOf) };
}
