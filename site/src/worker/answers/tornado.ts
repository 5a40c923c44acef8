import { assumedRanges, basePlans, compareMoney, operatingModels, type Swing, tornadoOf } from "@nkp-planner/core";
import { tornadoChart } from "../../view/charts/tornado-chart.ts";
import type { Answer } from "../answer.ts";

/** One range at a time, so that a newer plan need not wait for all of them. */
export const tornadoAnswer: Answer<"tornado"> = async (planned, _, step) => {
  const { input, context, cache, comparison, writer } = planned;
  await step(0, 1);
  const bases = basePlans(input, operatingModels, context, { cache });
  const { ranges } = assumedRanges(comparison.plans, context);
  const swings = new Map<string, Swing[]>(bases.map(({ model }) => [model.id, []]));
  for (const [index, range] of ranges.entries()) {
    await step(index, ranges.length);
    for (const one of tornadoOf(bases, input, context, [range], { cache }))
      swings.get(one.modelId)?.push(...one.swings);
  }
  return tornadoOf(bases, input, context, [], { cache }).map(({ modelId, base }) => {
    const widestFirst = (swings.get(modelId) ?? []).toSorted((a, b) => compareMoney(b.swing, a.swing));
    const title = comparison.plans.find(({ model }) => model.id === modelId)?.model.title ?? modelId;
    const tornado = { modelId, base, swings: widestFirst };
    return { modelId, title, chart: tornadoChart(tornado, context, modelId, comparison.currency, writer) };
  });
};
