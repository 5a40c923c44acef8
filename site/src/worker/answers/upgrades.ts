import { fleetUpgrades, InputError, numberOf, operatingModels, type Problem, problemsOf } from "@nkp-planner/core";
import { type PlayedPlan, upgradesView } from "../../view/upgrades/upgrades-view.ts";
import type { Answer } from "../answer.ts";

/** The upgrades of every model played forward; what cannot be played comes with everything that is wrong. */
export const upgradesAnswer: Answer<"upgrades"> = async (planned, _, step) => {
  const { input, scenario, comparison, context, writer } = planned;
  const horizonMonths = numberOf(context.choices, "upgrade-horizon-months");
  // Who is not under contract on the fleet's day is not planned, and still has a row on the page.
  const asTyped = (problem: Problem): Problem => {
    const [list, index, ...rest] = problem.path;
    const id = list === "tenants" ? input.tenants[Number(index)]?.id : undefined;
    if (id === undefined) return problem;
    return { ...problem, path: ["tenants", scenario.fleet.tenants.findIndex((one) => one.id === id), ...rest] };
  };
  const played: PlayedPlan[] = [];
  for (const [index, plan] of comparison.plans.entries()) {
    await step(index, comparison.plans.length);
    const model = operatingModels.find(({ id }) => id === plan.model.id);
    if (model === undefined) throw new Error(`No model "${plan.model.id}".`);
    try {
      played.push({ plan, upgrades: fleetUpgrades(plan, model, horizonMonths), problems: [] });
    } catch (error) {
      if (!InputError.is(error)) throw error;
      played.push({ plan, upgrades: null, problems: problemsOf(error).map(asTyped) });
    }
  }
  return upgradesView(played, input.tenants, writer);
};
