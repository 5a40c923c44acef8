import {
  criteria,
  decide,
  InputError,
  numberOf,
  operatingModels,
  type Problem,
  problemsOf,
  readDecisionWords,
  upgradesOf,
} from "@nkp-planner/core";
import { plainNumber } from "../../state/typed-text.ts";
import { type DecisionAnswer, decisionView, type Weights } from "../../view/decision/decision-view.ts";
import type { Answer, Planned } from "../answer.ts";
import { asTyped } from "./as-typed.ts";

/** The models by the visitor's weights; weights that cannot be read, and upgrades that cannot be played, with why. */
export const decideAnswer: Answer<"decide"> = (planned, typed): DecisionAnswer => {
  const words = triedOf(() => readDecisionWords({ weights: wordsOf(typed, planned.writer.locale), scales: [] }));
  if ("problems" in words) {
    const ofWeights = words.problems.map(({ path, expected }) => ({ criterionId: String(path[0] ?? ""), expected }));
    return { view: null, weightProblems: ofWeights, problems: [] };
  }
  const judged = triedOf(() => viewBy(planned, words));
  if (!("problems" in judged)) return { view: judged, weightProblems: [], problems: [] };
  return { view: null, weightProblems: [], problems: judged.problems.map((one) => asTyped(one, planned)) };
};

function triedOf<Value extends object>(make: () => Value): Value | { readonly problems: readonly Problem[] } {
  try {
    return make();
  } catch (error) {
    if (!InputError.is(error)) throw error;
    return { problems: problemsOf(error) };
  }
}

function wordsOf(typed: Weights, locale: string): readonly string[] {
  const said = criteria.map(({ id }) => [id, plainNumber(typed[id] ?? "", locale)] as const);
  // Nothing that counts is nothing said: that is told in the place of a ranking, not refused.
  const isNothing = said.every(([, weight]) => weight === "" || Number(weight) === 0);
  return isNothing ? [] : said.flatMap(([id, weight]) => (weight === "" ? [] : [`${id}=${weight}`]));
}

function viewBy(planned: Planned, words: ReturnType<typeof readDecisionWords>) {
  const { input, context, comparison, cache, writer } = planned;
  const horizonMonths = numberOf(context.choices, "upgrade-horizon-months");
  const models = comparison.plans.flatMap((plan) => operatingModels.find(({ id }) => id === plan.model.id) ?? []);
  // What cannot be played is said of all models at once.
  for (const model of models) upgradesOf(input, model, context, horizonMonths);
  return decisionView(decide(input, models, context, { ...words, horizonMonths }, cache), writer);
}
