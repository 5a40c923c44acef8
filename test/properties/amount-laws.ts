import {
  addMoney,
  compareMoney,
  costReasonsOf,
  isZeroMoney,
  type Money,
  minorUnitOf,
  multiplyMoney,
  type PlanInput,
  plannedFleet,
  serviceMarginsOf,
  sharingChecksOf,
  subtractMoney,
  targetPricesOf,
} from "@nkp-planner/core";
import fc from "fast-check";
import { expect } from "vitest";
import { toyContext } from "../support/toy.ts";
import { toyFullList, toyTieredBook } from "../support/toy-prices.ts";
import { sum, text } from "./amounts.ts";
import { cache, everyPlan, everyPlanAnd, type Law } from "./plan-sample.ts";

/** What holds for every amount. */
export const amountLaws: readonly Law[] = [
  everyPlan("another method of sharing moves no total", ({ plan }) => {
    for (const { isWhole, method } of sharingChecksOf(plan)) expect(isWhole, method).toBe(true);
  }),

  everyPlan("portions of a line sum to it, and each portion's parts to the portion", ({ plan }) => {
    for (const { amount, portions } of [...plan.costs, ...plan.oneTimeCosts]) {
      expect(sum(portions.map((portion) => portion.amount))).toBe(text(amount));
      for (const portion of portions) {
        expect(sum(Object.values(portion.attribution) as Money[])).toBe(text(portion.amount));
      }
    }
  }),

  everyPlan("margins by service sum to the plan's, and reasons of a tenant's cost to its cost", ({ plan }) => {
    expect(sum(serviceMarginsOf(plan).map(({ monthlyCost }) => monthlyCost))).toBe(text(plan.totals.monthlyCost));
    for (const { tenantId, monthlyCost } of plan.tenants) {
      expect(sum(costReasonsOf(tenantId, plan).map((reason) => reason.monthlyCost))).toBe(text(monthlyCost));
      expect(sum(serviceMarginsOf(plan, tenantId).map((one) => one.monthlyCost))).toBe(text(monthlyCost));
    }
  }),

  everyPlan("what a tenant pays is the sum of its lines, each list amount less its discount", ({ plan }) => {
    for (const { priceLines, monthlyPrice, oneTimePrice } of plan.tenants) {
      for (const { amount, listAmount, discount, recovers } of priceLines) {
        expect(text(subtractMoney(listAmount, discount))).toBe(text(amount));
        if (recovers !== null) expect(sum(Object.values(recovers) as Money[])).toBe(text(amount));
      }
      if (monthlyPrice === null || oneTimePrice === null) continue;
      const once = priceLines.filter(({ billing }) => billing === "one-time").map(({ amount }) => amount);
      expect(sum(once)).toBe(text(oneTimePrice));
      expect(sum([...priceLines.map(({ amount }) => amount)])).toBe(text(addMoney(monthlyPrice, oneTimePrice)));
    }
  }),

  everyPlanAnd(
    "a price for a margin reaches it, and one cent less does not",
    fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100),
    ({ plan }, ratio) => {
      for (const { tenantId, targetMonthlyPrice } of targetPricesOf(plan, ratio)) {
        const cost = plan.tenants.find((tenant) => tenant.tenantId === tenantId)?.monthlyCost as Money;
        const reached = (price: Money) => compareMoney(subtractMoney(price, cost), multiplyMoney(price, ratio)) >= 0;
        expect(reached(targetMonthlyPrice)).toBe(true);
        const less = subtractMoney(targetMonthlyPrice, minorUnitOf("EUR"));
        if (!isZeroMoney(cost) && ratio > 0) expect(reached(less)).toBe(false);
      }
    },
  ),

  everyPlan("in another currency at rate 1 every amount is the same", ({ input: drawn, model }) => {
    const input = { ...drawn, release: atPar.catalog.release.id };
    const [euro, franc] = [plannedFleet(input, model, atPar, cache), plannedFleet(asChf(input), model, atPar, cache)];
    expect(franc.currency).toBe("CHF");
    expect(text(franc.totals.monthlyCost)).toBe(text(euro.totals.monthlyCost));
    expect(franc.tenants.map(({ monthlyPrice }) => monthlyPrice && text(monthlyPrice))).toEqual(
      euro.tenants.map(({ monthlyPrice }) => monthlyPrice && text(monthlyPrice)),
    );
    expect(franc.totals.nodeCount).toBe(euro.totals.nodeCount);
  }),
];

const rates = { exchangeRates: [{ from: "EUR", to: "CHF", rate: "1", on: "2026-11-01" }] };
const atPar = { ...toyContext(), priceBook: toyTieredBook(rates), priceList: toyFullList(rates) };

function asChf(input: PlanInput): PlanInput {
  return {
    ...input,
    currency: "CHF",
    tenants: input.tenants.map((tenant) => ({
      ...tenant,
      monthlyPrice: tenant.monthlyPrice === null ? null : { ...tenant.monthlyPrice, currency: "CHF" },
    })),
  };
}
