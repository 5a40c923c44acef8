import {
  compareModels,
  compareMoney,
  type Figure,
  figureIds,
  figureOf,
  isInfeasible,
  isZeroMoney,
  type Money,
  moneyAsNumber,
  noMoney,
  operatingModels,
  subtractMoney,
  sumMoney,
} from "@nkp-planner/core";
import { expect } from "vitest";
import { sum, text } from "./amounts.ts";
import { cache, everyPlan, type Law } from "./plan-sample.ts";

/** What holds for every figure that opens. */
export const figureLaws: readonly Law[] = [
  everyPlan("is the sum of its lines, unless it has a formula", ({ plan }) => {
    for (const id of figureIds(plan)) expectSum(figureOf(plan, id));
  }),

  everyPlan("has lines that are quantity × rate where both are given, to half a cent", ({ plan }) => {
    for (const { lines } of figureIds(plan).map((id) => figureOf(plan, id))) {
      for (const { quantity, rate, value, note } of lines) {
        if (quantity === null || rate === null || value === null || /each rounded/.test(note ?? "")) continue;
        const [each, whole] = [rate, value].map((one) => (typeof one === "number" ? one : moneyAsNumber(one))) as [
          number,
          number,
        ];
        expect(Math.abs(quantity * each - whole)).toBeLessThanOrEqual(0.005 + 1e-9 * Math.abs(whole));
      }
    }
  }),
];

function expectSum({ id, formula, value, lines }: Figure): void {
  if (formula !== null || value === null) return;
  if (typeof value === "number") {
    const total = lines.reduce((sumSoFar, line) => sumSoFar + (line.value as number), 0);
    expect(total, id).toBeCloseTo(value, 6);
  } else {
    expect(sum(lines.map((line) => line.value as Money)), id).toBe(text(value));
  }
}

/** What holds for every comparison with the model as the baseline. */
export const comparisonLaws: readonly Law[] = [
  everyPlan(
    "the verdict names the cheapest feasible model, and the baseline differs from itself by nothing",
    ({ input, context, model }) => {
      const comparison = compareModels(input, operatingModels, context, model.id, cache);
      const { verdict, plans: compared, differences } = comparison;
      const difference = differences.find(({ modelId }) => modelId === model.id);
      expect(isZeroMoney(difference?.monthlyCost as Money)).toBe(true);
      const winner = compared.find((plan) => plan.model.id === verdict.winnerId);
      for (const plan of compared) {
        if (winner === undefined || isInfeasible(plan)) continue;
        expect(compareMoney(plan.totals.monthlyCost, winner.totals.monthlyCost)).toBeGreaterThanOrEqual(0);
      }
      const other = compared.find((plan) => plan.model.id === verdict.otherId);
      const told = verdict.ledger.map(({ difference: part }) => part);
      const saved =
        winner === undefined || other === undefined
          ? noMoney(input.currency)
          : subtractMoney(other.totals.monthlyCost, winner.totals.monthlyCost);
      expect(sumMoney(told, input.currency)).toEqual(saved);
      if (winner === undefined) expect(verdict.message.key).toMatch(/none-feasible|empty/);
    },
  ),
];
