import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { compareModels, defaultModels, money, moneyAsNumber, type PlannedFleet, type Verdict } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import type { ChartView } from "../site/src/view/charts/chart-view.ts";
import { footprintChart } from "../site/src/view/charts/footprint-chart.ts";
import { platformChart } from "../site/src/view/charts/platform-chart.ts";
import { type SizedFleet, sizesView } from "../site/src/view/charts/sizes-chart.ts";
import { waterfallChart } from "../site/src/view/charts/waterfall-chart.ts";
import { writerFor } from "../site/src/view/writer.ts";

/** Charts as plain data: what is drawn, the table and the sentence are of one plan. */

const writer = writerFor("en");
const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
const compared = compareModels(exampleFleet, defaultModels, context, "ultimate-centralized");
const { plans, verdict } = compared;
const numberOf = (text: string | undefined) => Number(text?.replaceAll(",", "").replace("−", "-"));

/** Lengths of bars; a pair is from one to the other. */
function lengths(chart: ChartView, series = 0): readonly number[] {
  return (chart.series[series]?.values ?? []).map((value) =>
    typeof value === "object" && value !== null ? Math.abs(value[1] - value[0]) : Number(value),
  );
}

describe.each(plans.map((plan) => [plan.model.id, plan] as const))("of %s", (_, plan: PlannedFleet) => {
  it("a waterfall goes down from the price, each cost where the one before ended, to the margin", () => {
    const chart = waterfallChart(plan, writer);
    const [price = 0, ...rest] = lengths(chart);
    const costs = rest.slice(0, -1);
    expect(price - costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(
      moneyAsNumber(plan.totals.monthlyMargin ?? plan.totals.monthlyCost),
      6,
    );
    const ends = (chart.series[0]?.values ?? []) as readonly (readonly [number, number])[];
    let left = price;
    for (const [low, high] of ends.slice(1, -1)) {
      expect(high).toBeCloseTo(left, 6);
      left = low;
    }
    expect(chart.table.rows.map(({ cells }) => Math.abs(numberOf(cells[0]?.text)))).toEqual(
      lengths(chart).map((length) => Number(length.toFixed(2))),
    );
  });

  it("a footprint is tenants, platform and idle, which come to all nodes", () => {
    for (const measure of ["vcpu", "memory"] as const) {
      const chart = footprintChart(plans, measure, writer);
      const at = plans.indexOf(plan);
      const parts = chart.series.map(({ values }) => Number(values[at]));
      const all = measure === "vcpu" ? plan.totals.vcpu : plan.totals.memoryGiB;
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(all, 6);
      expect(Math.min(...parts)).toBeGreaterThan(0);
    }
  });

  it("the platform's bars come to what its table says, the rest as one", () => {
    const chart = platformChart(plan, writer);
    const drawn = lengths(chart).reduce((sum, vcpu) => sum + vcpu, 0);
    const listed = chart.table.rows.reduce((sum, { cells }) => sum + numberOf(cells[0]?.text), 0);
    expect(drawn).toBeCloseTo(listed, 1);
    expect(chart.categories.length).toBeLessThanOrEqual(11);
    expect(chart.categories.length).toBe(chart.barTexts.length);
  });
});

describe("cost by number of tenants", () => {
  const [first, second] = defaultModels;
  if (first === undefined || second === undefined) throw new Error("no models");
  const eur = (amount: number) => money(String(amount), "EUR");
  const sized = (tenantCount: number, own: number, shared: number): SizedFleet => ({
    tenantCount,
    costs: [
      { modelId: first.id, shortfalls: [], monthlyCost: eur(own), platformMonthlyCost: eur(0) },
      { modelId: second.id, shortfalls: [], monthlyCost: eur(shared), platformMonthlyCost: eur(0) },
    ],
    margins: [
      { modelId: first.id, monthlyMargin: null },
      { modelId: second.id, monthlyMargin: null },
    ],
  });
  const view = (sizes: readonly SizedFleet[], tenantCount: number) =>
    sizesView(
      {
        sizes,
        models: [first, second],
        verdict: { ...(verdict as Verdict), winnerId: first.id, otherId: second.id },
        currency: "EUR",
        tenantCount,
      },
      writer,
    );

  it("marks today's size, and the one from which on the other model costs no more", () => {
    // 100 a tenant each on its own, 250 + 20 a tenant together: equal at 3.125, so from 4 on.
    const sizes = [1, 2, 3, 4, 5].map((count) => sized(count, 100 * count, 250 + 20 * count));
    const { cost, margin, breakEven } = view(sizes, 2);
    expect(cost.marks).toEqual([
      { at: 1, label: "today" },
      { at: 3, label: "break-even" },
    ]);
    expect(breakEven).toContain("from 4 tenants on");
    expect(cost.series.map(({ values }) => values)).toEqual([
      [100, 200, 300, 400, 500],
      [270, 290, 310, 330, 350],
    ]);
    expect(margin).toBeNull();
  });

  it("marks a size between two that were planned between their places", () => {
    const sizes = [1, 21, 41].map((count) => sized(count, count, count + 9));
    expect(view(sizes, 11).cost.marks).toEqual([{ at: 0.5, label: "today" }]);
    expect(view([], 0).cost.marks).toEqual([]);
  });
});
