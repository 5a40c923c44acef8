import {
  allChoices,
  chooseParameters,
  compareModels,
  defaultModels,
  InputError,
  type Settings,
} from "@nkp-planner/core";
import { effectsView, type TriedOption } from "../../view/charts/effects-view.ts";
import { plannedChoices } from "../../view/choice-rows.ts";
import type { Answer } from "../answer.ts";

/** Every other reading of every assumption that a plan reads, planned in full. */
export const effectsAnswer: Answer<"effects"> = async (
  { input, context, cache, comparison, data, writer },
  _,
  step,
) => {
  const { choices } = context;
  const present: Settings = Object.fromEntries(
    allChoices(choices)
      .filter(({ isDefault }) => !isDefault)
      .map(({ parameter, chosen }) => [parameter.id, chosen]),
  );
  const others = plannedChoices(choices).flatMap(({ parameter, chosen, title }) =>
    parameter.options
      .filter(({ id }) => id !== chosen)
      .map((option) => ({
        id: parameter.id,
        option: option.id,
        title: parameter.title,
        value: title,
        other: option.title,
      })),
  );
  const tried: TriedOption[] = [];
  const untried: string[] = [];
  for (const [index, { option, ...one }] of others.entries()) {
    await step(index, others.length);
    const changed = chooseParameters(data.parameters, { ...present, [one.id]: option });
    const there = { ...context, choices: changed };
    try {
      tried.push({ ...one, comparison: compareModels(input, defaultModels, there, comparison.baselineId, cache) });
    } catch (error) {
      // Such as shares by weights that nobody has given.
      if (!(error instanceof InputError)) throw error;
      untried.push(`${one.title}: ${one.other}`);
    }
  }
  return effectsView(comparison, tried, untried, writer);
};
