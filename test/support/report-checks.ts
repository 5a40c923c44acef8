import type { ReportOptions } from "@nkp-planner/adapters";
import {
  amountText,
  type FleetPlan,
  type Money,
  money,
  multiplyMoney,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
} from "@nkp-planner/core";
import Papa from "papaparse";
import { expect } from "vitest";

export type Row = Readonly<Record<string, string>>;

export function rowsIn(text: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(text, {
    header: true,
    delimiter: ",",
    newline: "\r\n",
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

const eur = (text: string | undefined) => money(text ?? "missing", "EUR");
const sumOf = (amounts: readonly Money[]) => amountText(sumMoney(amounts, "EUR"));
export const sumIn = (rows: readonly Row[], column: string) => sumOf(rows.map((row) => eur(row[column])));
export const where = (rows: readonly Row[], column: string, value: string) =>
  rows.filter((row) => row[column] === value);
const times = (rate: Money, factor: string | undefined) => multiplyMoney(rate, Number(factor));

/** quantity × price − discount as whoever imports the line reckons it, rounded once. */
function amountIn({ quantity, unitPrice, discountPercent }: Row): Money {
  const list = times(eur(unitPrice), quantity);
  return roundToMinorUnit(subtractMoney(list, multiplyMoney(times(list, discountPercent), 0.01)));
}

type Check = (plan: FleetPlan, write: (options?: ReportOptions) => string) => void;

/** What reads the report of an id back and holds it against the plan; a report without a line in CHECKS fails its suites. */
export function checkOf(id: string): Check {
  return CHECKS[id] ?? (() => expect.unreachable(`${id} has no check`));
}

const CHECKS: Readonly<Record<string, Check>> = {
  "quote-csv": (plan, write) => {
    const [customer, internal] = (["customer", "internal"] as const).map((audience) => rowsIn(write({ audience })));
    expect(customer?.every(({ unitCost }) => unitCost === "")).toBe(true);
    expect(internal?.map((row) => ({ ...row, unitCost: "" }))).toEqual(customer);
    for (const tenant of plan.tenants) {
      const rows = rowsIn(write({ audience: "internal", tenantIds: [tenant.tenantId] }));
      const lines = tenant.priceLines.filter(({ listAmount }) => !listAmount.amount.isZero());
      expect(rows.map(amountIn).map(amountText)).toEqual(lines.map(({ amount }) => amountText(amount)));
      for (const [billing, price, cost] of [
        ["recurring", tenant.monthlyPrice, tenant.monthlyCost],
        ["one-time", tenant.oneTimePrice, tenant.oneTimeCost],
      ] as const) {
        const billed = where(rows, "billing", billing);
        expect(sumOf(billed.map(amountIn))).toBe(price === null ? "0.00" : amountText(price));
        const costs = billed.map(({ quantity, unitCost }) => roundToMinorUnit(times(eur(unitCost), quantity)));
        if (billed.length > 0) expect(sumOf(costs)).toBe(amountText(cost));
      }
    }
  },
  "focus-csv": (plan, write) => {
    const all = rowsIn(write());
    const once = where(all, "ChargeFrequency", "One-Time");
    const rows = all.filter((row) => !once.includes(row));
    for (const column of ["BilledCost", "EffectiveCost", "ListCost", "ContractedCost"]) {
      expect(sumIn(rows, column)).toBe(amountText(plan.totals.monthlyCost));
      expect(sumIn(once, column)).toBe(amountText(plan.totals.oneTimeCost));
    }
    for (const [name, cost] of Object.entries(plan.totals.monthlyCostByAttribution)) {
      expect(sumIn(where(rows, "x_Attribution", name), "BilledCost"), name).toBe(amountText(cost));
    }
    for (const [kind, lines] of [
      ["monthly", plan.costs],
      ["one-time", plan.oneTimeCosts],
    ] as const) {
      for (const [index, { monthlyCost }] of lines.entries()) {
        const parts = where(all, "x_OriginLineId", `${kind}-${index + 1}`);
        expect(sumIn(parts, "BilledCost")).toBe(amountText(monthlyCost));
      }
    }
    for (const { tenantId, ownMonthlyCost, monthlyCost } of plan.tenants) {
      const borne = where(rows, "SubAccountId", tenantId);
      expect(sumIn(borne, "BilledCost")).toBe(amountText(monthlyCost));
      expect(sumIn(where(borne, "x_AllocatedMethodId", "own"), "BilledCost")).toBe(amountText(ownMonthlyCost));
    }
    for (const { ListUnitPrice, PricingQuantity, ListCost } of all) {
      expect(amountText(roundToMinorUnit(times(eur(ListUnitPrice), PricingQuantity)))).toBe(ListCost);
    }
  },
  "opencost-json": (plan, write) => {
    const prices = JSON.parse(write());
    const { rates, hoursPerMonth } = plan.context.priceBook;
    for (const value of Object.values(prices)) expect(value).toEqual(expect.any(String));
    expect(prices).not.toHaveProperty("GPU");
    expect(prices).not.toHaveProperty("internetNetworkEgress");
    expect(prices.description).toContain(`A month has ${hoursPerMonth} hours.`);
    expect(prices.description).toContain("GPU");
    expect(prices.description).toContain(plan.currency);
    const vcpu = rates.get("infrastructure-vcpu");
    if (rates.has("host")) expect(prices).not.toHaveProperty("storage");
    else expect(Number(prices.CPU) * hoursPerMonth).toBeCloseTo(vcpu?.unitPrice.amount.toNumber() ?? 0, 6);
    expect(Number(prices.CPU)).toBeGreaterThan(0);
    expect(Number(prices.RAM)).toBeGreaterThan(0);
  },
};
