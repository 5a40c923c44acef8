import {
  assumedRanges,
  basePlans,
  compareMoney,
  defaultModels,
  differenceTornadosOf,
  type Swing,
  tornadoOf,
} from "@nkp-planner/core";
import { differenceChart } from "../../view/charts/difference-chart.ts";
import { tornadoChart } from "../../view/charts/tornado-chart.ts";
import { planTitle } from "../../view/plan-title.ts";
import type { Answer } from "../answer.ts";

/** One range at a time, so that a newer plan need not wait for all of them. */
export const tornadoAnswer: Answer<"tornado"> = async (planned, _, step) => {
  const { input, context, cache, comparison, writer } = planned;
  await step(0, 1);
  const bases = basePlans(input, defaultModels, context, { cache });
  const { ranges } = assumedRanges(comparison.plans, context);
  const swings = new Map<string, Swing[]>(bases.map(({ model }) => [model.id, []]));
  for (const [index, range] of ranges.entries()) {
    await step(index, ranges.length);
    for (const one of tornadoOf(bases, input, context, [range], { cache }))
      swings.get(one.modelId)?.push(...one.swings);
  }
  const tornados = tornadoOf(bases, input, context, [], { cache }).map(({ modelId, base }) => ({
    modelId,
    base,
    swings: (swings.get(modelId) ?? []).toSorted((a, b) => compareMoney(b.swing, a.swing)),
  }));
  const { currency, plans } = comparison;
  const titleOf = (id: string) => {
    const plan = plans.find(({ model }) => model.id === id);
    return plan === undefined ? id : planTitle(plan);
  };
  return {
    models: tornados.map((tornado) => ({
      modelId: tornado.modelId,
      title: titleOf(tornado.modelId),
      chart: tornadoChart(tornado, context, tornado.modelId, currency, writer),
    })),
    // The widest apart first: that is what a choice is about.
    differences: differenceTornadosOf(tornados)
      .toSorted((a, b) => compareMoney(b.base.monthlyCost, a.base.monthlyCost))
      .map((difference) => {
        const titles = { cheaper: titleOf(difference.cheaperId), dearer: titleOf(difference.dearerId) };
        return {
          id: `${difference.dearerId} over ${difference.cheaperId}`,
          title: `${titles.dearer} over ${titles.cheaper}`,
          chart: differenceChart(difference, titles, context, currency, writer),
        };
      }),
  };
};
