import type { Report, ReportContent, ReportRequest } from "@nkp-planner/adapters";
import {
  type Money,
  money,
  multiplyMoney,
  type PlannedFleet,
  roundToMinorUnit,
  subtractMoney,
  sumMoney,
} from "@nkp-planner/core";
import { readXlsx } from "hucre";
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
const sumOf = (amounts: readonly Money[]) => sumMoney(amounts, "EUR").amount;
export const sumIn = (rows: readonly Row[], column: string) => sumOf(rows.map((row) => eur(row[column])));
export const where = (rows: readonly Row[], column: string, value: string) =>
  rows.filter((row) => row[column] === value);
const times = (rate: Money, factor: string | undefined) => multiplyMoney(rate, Number(factor));

/** quantity × price − discount as whoever imports the line computes it, rounded once. */
function amountIn({ quantity, unitPrice, discountPercent }: Row): Money {
  const list = times(eur(unitPrice), quantity);
  return roundToMinorUnit(subtractMoney(list, multiplyMoney(times(list, discountPercent), 0.01)));
}

/** FOCUS 1.3 beside 1.2: the same rows, and ratios that sum to 1 over each origin charge, and give its parts to the cent. */
function checkAllocated(rows: readonly Row[], allocated: readonly Row[]): void {
  const both = Object.keys(rows[0] ?? {}).filter((name) => name !== "x_AllocatedMethodId");
  expect(allocated.map((row) => both.map((name) => row[name]))).toEqual(
    rows.map((row) => both.map((name) => row[name])),
  );
  expect(allocated.map((row) => row["AllocatedMethodId"] || "own")).toEqual(
    rows.map((row) => row["x_AllocatedMethodId"]),
  );
  for (const origin of new Set(allocated.map((row) => row["x_OriginChargeId"] ?? "missing"))) {
    const parts = where(allocated, "x_OriginChargeId", origin);
    const whole = eur(sumIn(parts, "BilledCost"));
    const ratios = parts.map((row) => ratioIn(row));
    if (parts[0]?.["AllocatedMethodId"] === "") expect(new Set(ratios)).toEqual(new Set([null]));
    else {
      // Ratios are decimals of up to twelve digits: as money they are added without a loss.
      expect(eur(sumOf(ratios.map((ratio) => eur(ratio ?? "missing"))))).toEqual(eur("1"));
      const amounts = ratios.map((ratio) => roundToMinorUnit(multiplyMoney(whole, Number(ratio))).amount);
      expect(amounts).toEqual(parts.map((row) => row["BilledCost"]));
    }
  }
}

/** The ratio as its digits stand in the file. */
function ratioIn({ AllocatedMethodDetails: details = "" }: Row): string | null {
  if (details === "") return null;
  expect(JSON.parse(details)).toEqual({ Elements: [{ AllocatedRatio: expect.any(Number) }] });
  return /"AllocatedRatio":([\d.]+)\}/.exec(details)?.[1] ?? "missing";
}

/** What a file for ConnectWise or Pax8 has of a tenant: bodies that are multiplied elsewhere. */
interface Billed {
  readonly quantity: number;
  readonly price: number;
  readonly cost?: number;
  readonly isOnce: boolean;
}

/**
 * Lines that somebody else multiplies: of each tenant they come to its price without rounding, and to its cost with; for
 * customers they are the same, without any cost.
 */
async function checkBilled(
  plan: PlannedFleet,
  write: (request?: ReportRequest) => Promise<string>,
  billedIn: (text: string) => readonly Billed[],
): Promise<void> {
  const customer = await write({ audience: "customer" });
  expect(customer).not.toMatch(/"(unitC|c)ost"/);
  const bare = ({ quantity, price, isOnce }: Billed) => ({ quantity, price, isOnce });
  expect(billedIn(await write({ audience: "internal" })).map(bare)).toEqual(billedIn(customer).map(bare));
  const inCurrency = (amount: number | undefined) => money(String(amount ?? "missing"), plan.currency);
  for (const tenant of plan.tenants) {
    const all = billedIn(await write({ audience: "internal", tenantIds: [tenant.tenantId] }));
    for (const [isOnce, price, cost] of [
      [false, tenant.monthlyPrice, tenant.monthlyCost],
      [true, tenant.oneTimePrice, tenant.oneTimeCost],
    ] as const) {
      const billed = all.filter((one) => one.isOnce === isOnce);
      expect(billed.length > 0).toBe(tenant.priceLines.some(({ billing }) => (billing === "one-time") === isOnce));
      if (billed.length === 0) continue;
      const prices = billed.map((one) => multiplyMoney(inCurrency(one.price), one.quantity));
      expect(sumMoney(prices, plan.currency)).toEqual(price);
      const costs = billed.map((one) => roundToMinorUnit(multiplyMoney(inCurrency(one.cost), one.quantity)));
      expect(sumMoney(costs, plan.currency)).toEqual(cost);
    }
  }
}

type Write = (request?: ReportRequest) => Promise<ReportContent>;
type Check = (plan: PlannedFleet, write: (request?: ReportRequest) => Promise<string>) => Promise<void>;

/**
 * Holds a report of a plan against the plan: every figure that it reads back, and line by line where somebody has written
 * down how its lines add up.
 */
export async function checkReport(
  { id, readBack }: Pick<Report, "id" | "readBack">,
  plan: PlannedFleet,
  write: Write,
): Promise<void> {
  for (const [name, text] of Object.entries(await readBack(await write()))) {
    const total: unknown = Reflect.get(plan.totals, name);
    // What nobody said the price of is in no line: the lines come to what is known.
    if (total !== null) expect(text, name).toBe((total as Money).amount);
  }
  await LINE_CHECKS[id]?.(plan, async (request) => textIn(await write(request)));
}

/** What a report says, as text: of a workbook its cells. */
export async function textIn(content: ReportContent): Promise<string> {
  if (typeof content === "string") return content;
  return JSON.stringify((await readXlsx(content)).sheets.map(({ rows }) => rows));
}

const LINE_CHECKS: Readonly<Record<string, Check>> = {
  "quote-csv": async (plan, write) => {
    const [customer, internal] = await Promise.all(
      (["customer", "internal"] as const).map(async (audience) => rowsIn(await write({ audience }))),
    );
    expect(customer?.every(({ unitCost }) => unitCost === "")).toBe(true);
    // What a line says beside is of the costs too where they stand in it.
    const bare = (row: Row) => ({ ...row, unitCost: "", description: "" });
    expect(internal?.map(bare)).toEqual(customer?.map(bare));
    for (const tenant of plan.tenants) {
      const rows = rowsIn(await write({ audience: "internal", tenantIds: [tenant.tenantId] }));
      expect(rows.map(amountIn).map(({ amount }) => amount)).toEqual(
        tenant.priceLines.map(({ amount }) => amount.amount),
      );
      for (const [billing, price, cost] of [
        ["recurring", tenant.monthlyPrice, tenant.monthlyCost],
        ["one-time", tenant.oneTimePrice, tenant.oneTimeCost],
      ] as const) {
        const billed = where(rows, "billing", billing);
        expect(sumOf(billed.map(amountIn))).toBe(price === null ? "0.00" : price.amount);
        const costs = billed.map(({ quantity, unitCost }) => roundToMinorUnit(times(eur(unitCost), quantity)));
        if (billed.length > 0) expect(sumOf(costs)).toBe(cost.amount);
      }
    }
  },
  connectwise: (plan, write) =>
    checkBilled(plan, write, (text) =>
      JSON.parse(text).agreements.flatMap(
        ({ additions, productItems }: Readonly<Record<string, readonly Readonly<Record<string, number>>[]>>) => [
          ...(additions ?? []).map((one) => ({
            ...one,
            price: one["unitPrice"],
            cost: one["unitCost"],
            isOnce: false,
          })),
          ...(productItems ?? []).map((one) => ({ ...one, isOnce: true })),
        ],
      ),
    ),
  pax8: (plan, write) =>
    checkBilled(plan, write, (text) =>
      JSON.parse(text).quotes.flatMap(
        ({ lineItems }: { readonly lineItems: readonly { readonly billingTerm: string }[] }) => {
          expect(lineItems.length).toBeLessThanOrEqual(30);
          return lineItems.map((one) => ({ ...one, isOnce: one.billingTerm === "One-Time" }));
        },
      ),
    ),
  "focus-csv": async (plan, write) => {
    const usual = rowsIn(await write());
    expect(sumIn(usual, "BilledCost"), "all rows are a month's").toBe(plan.totals.monthlyCost.amount);
    const all = rowsIn(await write({ options: { "one-time": "included" } }));
    const once = where(all, "ChargeFrequency", "One-Time");
    const rows = all.filter((row) => !once.includes(row));
    for (const column of ["BilledCost", "EffectiveCost", "ListCost", "ContractedCost"]) {
      expect(sumIn(rows, column)).toBe(plan.totals.monthlyCost.amount);
      expect(sumIn(once, column)).toBe(plan.totals.oneTimeCost.amount);
    }
    for (const [name, cost] of Object.entries(plan.totals.monthlyCostByAttribution)) {
      expect(sumIn(where(rows, "x_Attribution", name), "BilledCost"), name).toBe(cost.amount);
    }
    for (const [kind, lines] of [
      ["monthly", plan.costs],
      ["one-time", plan.oneTimeCosts],
    ] as const) {
      for (const [index, { amount }] of lines.entries()) {
        const parts = where(all, "x_OriginLineId", `${kind}-${index + 1}`);
        expect(sumIn(parts, "BilledCost")).toBe(amount.amount);
      }
    }
    for (const { tenantId, ownMonthlyCost, monthlyCost } of plan.tenants) {
      const borne = where(rows, "SubAccountId", tenantId);
      expect(sumIn(borne, "BilledCost")).toBe(monthlyCost.amount);
      expect(sumIn(where(borne, "x_AllocatedMethodId", "own"), "BilledCost")).toBe(ownMonthlyCost.amount);
    }
    for (const { ListUnitPrice, PricingQuantity, ListCost } of all) {
      expect(roundToMinorUnit(times(eur(ListUnitPrice), PricingQuantity)).amount).toBe(ListCost);
    }
    checkAllocated(all, rowsIn(await write({ options: { "one-time": "included", "focus-version": "1.3" } })));
  },
  "opencost-json": async (plan, write) => {
    const prices = JSON.parse(await write());
    const { rates, hoursPerMonth } = plan.context.priceBook;
    for (const value of Object.values(prices)) expect(value).toEqual(expect.any(String));
    const gpus = plan.context.priceBook.added.filter(({ kind }) => kind === "gpu");
    if (gpus.length === 0) expect(prices).not.toHaveProperty("GPU");
    else expect(Number(prices.GPU) * hoursPerMonth).toBeCloseTo(Number(gpus[0]?.unitPrice.amount), 6);
    expect(prices).not.toHaveProperty("internetNetworkEgress");
    expect(prices.description).toContain(`A month has ${hoursPerMonth} hours.`);
    expect(prices.description).toContain("GPU");
    expect(prices.description).toContain(plan.currency);
    const vcpu = rates["infrastructure-vcpu"];
    if ("host" in rates) expect(prices).not.toHaveProperty("storage");
    else expect(Number(prices.CPU) * hoursPerMonth).toBeCloseTo(Number(vcpu?.unitPrice.amount), 6);
    expect(Number(prices.CPU)).toBeGreaterThan(0);
    expect(Number(prices.RAM)).toBeGreaterThan(0);
  },
};
