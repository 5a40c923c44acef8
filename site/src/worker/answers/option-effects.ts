import { choiceNamed } from "@nkp-planner/core";
import { type OptionEffect, optionEffect } from "../../view/option-effects.ts";
import type { Answer } from "../answer.ts";
import { tryReading } from "../try-reading.ts";

/** Every other reading of one assumption, planned in full: what it does to the gap between two models. */
export const optionEffectsAnswer: Answer<"optionEffects"> = async (planned, id, step) => {
  const { context, comparison, writer } = planned;
  const choice = choiceNamed(context.choices, id);
  const others = choice?.parameter.options.filter((option) => option.id !== choice.chosen) ?? [];
  const effects: OptionEffect[] = [];
  for (const [index, option] of others.entries()) {
    await step(index, others.length);
    effects.push(optionEffect(option.id, comparison, tryReading(planned, id, option.id), writer));
  }
  return effects;
};
