import { fleetUpgrades, InputError, numberOf, operatingModels, problemsOf } from "@nkp-planner/core";
import { type PlayedPlan, upgradesView } from "../../view/upgrades/upgrades-view.ts";
import type { Answer } from "../answer.ts";
import { asTyped } from "./as-typed.ts";

/** The upgrades of every model played forward; what cannot be played comes with everything that is wrong. */
export const upgradesAnswer: Answer<"upgrades"> = async (planned, _, step) => {
  const { input, comparison, context, writer } = planned;
  const horizonMonths = numberOf(context.choices, "upgrade-horizon-months");
  const played: PlayedPlan[] = [];
  for (const [index, plan] of comparison.plans.entries()) {
    await step(index, comparison.plans.length);
    const model = operatingModels.find(({ id }) => id === plan.model.id);
    if (model === undefined) throw new Error(`No model "${plan.model.id}".`);
    try {
      played.push({ plan, upgrades: fleetUpgrades(plan, model, horizonMonths), problems: [] });
    } catch (error) {
      if (!InputError.is(error)) throw error;
      played.push({ plan, upgrades: null, problems: problemsOf(error).map((one) => asTyped(one, planned)) });
    }
  }
  return upgradesView(played, input.tenants, writer);
};
