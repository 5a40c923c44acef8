import {
  allChoices,
  type Comparison,
  chooseParameters,
  compareModels,
  defaultModels,
  InputError,
  type Settings,
} from "@nkp-planner/core";
import type { Planned } from "./answer.ts";

/** The plans as they would be by another reading of one assumption; null: more would have to be entered, such as weights for shares. */
export function tryReading(
  { input, context, cache, comparison, data }: Planned,
  id: string,
  reading: string,
): Comparison | null {
  const choices = chooseParameters(data.parameters, { ...presentSettings(context.choices), [id]: reading });
  try {
    return compareModels(input, defaultModels, { ...context, choices }, comparison.baselineId, cache);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}

function presentSettings(choices: Planned["context"]["choices"]): Settings {
  const set = allChoices(choices).filter(({ isDefault }) => !isDefault);
  return Object.fromEntries(set.map(({ parameter, chosen }) => [parameter.id, chosen]));
}
