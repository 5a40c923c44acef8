import { effectsView, type TriedOption } from "../../view/charts/effects-view.ts";
import { plannedChoices } from "../../view/choice-rows.ts";
import type { Answer } from "../answer.ts";
import { tryReading } from "../try-reading.ts";

/** Every other reading of every assumption that a plan reads, planned in full. */
export const effectsAnswer: Answer<"effects"> = async (planned, _, step) => {
  const { context, comparison, writer } = planned;
  const others = plannedChoices(context.choices).flatMap(({ parameter, chosen, title }) =>
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
    const there = tryReading(planned, one.id, option);
    if (there === null) untried.push(`${one.title}: ${one.other}`);
    else tried.push({ ...one, comparison: there });
  }
  return effectsView(comparison, tried, untried, writer);
};
