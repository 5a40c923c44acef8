import {
  applied,
  basePlans,
  contextIn,
  defaultModels,
  figureOf,
  PlanningCache,
  type PlanningContext,
  planFleet,
  plannedFleet,
  quotesOf,
  rateOriginText,
  tieOf,
  tornadoOf,
  unitPriceForMargin,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, TOY_ITEMS, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";

const CHANGE = "2027-07-01";
const BEFORE = "2027-06-30";
const at = (item: object, unitPrice: string) => ({ ...item, unitPrice });
const skuOf = (item: object) => (item as { readonly sku?: string }).sku;
const named = (sku: string) => TOY_ITEMS.find((item) => skuOf(item) === sku) as object;
const newItems = [
  at(named("infrastructure-vcpu"), "12.00"),
  at(named("labour"), "55.00"),
  at(named("infrastructure-memory"), "9.00"),
];
const itemsAfter = TOY_ITEMS.map((item) => newItems.find((other) => skuOf(other) === skuOf(item)) ?? item);
const fee = { sku: "T", name: "Tenant", per: "tenant", unitPrice: "2000.00" };
const vcpuFee = { sku: "V", name: "vCPU", per: "requested-vcpu", unitPrice: "40.00" };
const settings = { "workload-node-shape": "cheapest", "agreed-prices": "ignored" };

const changing: PlanningContext = {
  ...toyContext(settings),
  priceBook: toyPriceBook({ changes: [{ from: CHANGE, items: newItems }] }),
  priceList: toyPriceList({ items: [fee, vcpuFee], changes: [{ from: CHANGE, items: [at(vcpuFee, "45.00")] }] }),
};
const fromTheStart: PlanningContext = {
  ...toyContext(settings),
  priceBook: toyPriceBook({ items: itemsAfter }),
  priceList: toyPriceList({ items: [fee, at(vcpuFee, "45.00")] }),
};
const without: PlanningContext = {
  ...toyContext(settings),
  priceList: toyPriceList({ items: [fee, vcpuFee] }),
};
const fleetOn = (asOf: string) => ({
  ...fleetOf({ workloads: [pods(9, "1", "3Gi")] }, { workloads: [pods(2, "2", "1Gi")] }),
  asOf,
});

/** A plan without what tells where and from when on its prices hold. */
function figuresOf(fleet: ReturnType<typeof fleetOn>, context: PlanningContext, cache?: PlanningCache) {
  return defaultModels.map((model) => {
    const { costs, oneTimeCosts, findings, shared, oneTimeShared, ...rest } = planFleet(fleet, model, context, cache);
    const amounts = (lines: typeof costs) => lines.map(({ label, quantity, amount }) => [label, quantity, amount]);
    const said = findings.filter(({ code }) => !code.startsWith("prices-change"));
    return { ...rest, costs: amounts(costs), once: amounts(oneTimeCosts), said };
  });
}

describe("a plan of a day", () => {
  it("is that by prices which hold from the start, on the day they change", () => {
    expect(figuresOf(fleetOn(CHANGE), changing)).toEqual(figuresOf(fleetOn(CHANGE), fromTheStart));
    expect(figuresOf(fleetOn(BEFORE), changing)).toEqual(figuresOf(fleetOn(BEFORE), without));
    expect(figuresOf(fleetOn(BEFORE), changing)).not.toEqual(figuresOf(fleetOn(CHANGE), changing));
  });

  it("is the same whatever was planned before by the same cache", () => {
    const cache = new PlanningCache();
    const seen = [BEFORE, CHANGE, BEFORE, CHANGE].map((day) => figuresOf(fleetOn(day), changing, cache));
    expect(seen).toEqual([BEFORE, CHANGE, BEFORE, CHANGE].map((day) => figuresOf(fleetOn(day), changing)));
  });

  it("has one context between two changes", () => {
    const cache = new PlanningCache();
    const on = (day: string) => cache.contextIn(changing, "EUR", day);
    expect(on("2027-01-01")).toBe(on(BEFORE));
    expect(on(CHANGE)).toBe(on("2030-01-01"));
    expect(on(CHANGE)).not.toBe(on(BEFORE));
    expect(contextIn(without, "EUR", CHANGE)).toBe(without);
  });

  it("says from when on others hold, and nothing once they do", () => {
    const [model] = defaultModels;
    const said = (asOf: string) =>
      planFleet(fleetOn(asOf), model as NonNullable<typeof model>, changing).findings.filter(
        ({ code }) => code === "prices-change-later",
      );
    expect(said(BEFORE).map(({ message }) => message.figures["changes"]?.value)).toEqual([
      [
        "infrastructure-vcpu 12.00 instead of 10",
        "labour 55.00 instead of 50",
        "infrastructure-memory 9.00 instead of 2",
      ],
      ["V 45.00 instead of 40.00"],
    ]);
    expect(said(CHANGE)).toEqual([]);
  });

  it("says since when its prices are others than the files begin with", () => {
    const [model] = defaultModels;
    const said = (asOf: string) =>
      planFleet(fleetOn(asOf), model as NonNullable<typeof model>, changing).findings.flatMap(({ code, message }) =>
        code === "prices-changed" ? [message.figures["from"]?.value] : [],
      );
    expect(said(BEFORE)).toEqual([]);
    expect(said(CHANGE)).toEqual([CHANGE, CHANGE]);
  });
});

describe("what is asked of a day", () => {
  const [model] = defaultModels as readonly [(typeof defaultModels)[number]];

  it("is asked by the prices of the day", () => {
    const price = (context: PlanningContext, asOf: string) =>
      unitPriceForMargin(fleetOn(asOf), model, context, "V", 0.2).unitPrice;
    expect(price(changing, CHANGE)).toEqual(price(fromTheStart, CHANGE));
    expect(price(changing, BEFORE)).toEqual(price(without, BEFORE));
  });

  it("varies the prices of the day", () => {
    const range = { target: { kind: "price", id: "labour" }, low: "40.00", high: "70.00", mode: null } as const;
    const swings = (context: PlanningContext, asOf: string) => {
      const fleet = fleetOn(asOf);
      return tornadoOf(basePlans(fleet, defaultModels, context), fleet, context, [range]);
    };
    expect(swings(changing, CHANGE)).toEqual(swings(fromTheStart, CHANGE));
    const ties = (context: PlanningContext) => {
      const fleet = fleetOn(CHANGE);
      const [one, other] = basePlans(fleet, defaultModels, context) as [never, never];
      return tieOf([one, other], fleet, context, "labour");
    };
    expect(ties(changing)).toEqual(ties(fromTheStart));
    // What was changed for a day is not changed back.
    const cheaper = applied(contextIn(changing, "EUR", CHANGE), range.target, "0.00");
    const cost = planFleet(fleetOn(CHANGE), model, cheaper).totals.monthlyCostByDriver.labour;
    expect(Number(cost.amount)).toBe(0);
  });
});

describe("what is said of a changed price", () => {
  const [model] = defaultModels as readonly [(typeof defaultModels)[number]];

  it("is its day, where its source is named", () => {
    const plan = plannedFleet(fleetOn(CHANGE), model, changing);
    const { lines } = figureOf(plan, "monthlyCost.vcpu");
    const origins = lines.flatMap(({ rateOrigin }) => (rateOrigin === undefined ? [] : [rateOriginText(rateOrigin)]));
    expect(new Set(origins)).toEqual(new Set(["invented (toy), from 2027-07-01 on"]));
  });

  it("ends a quote's validity the day before", () => {
    const validUntil = (asOf: string) => quotesOf(plannedFleet(fleetOn(asOf), model, changing)).quotes[0]?.validUntil;
    expect([validUntil("2027-01-01"), validUntil(BEFORE), validUntil(CHANGE)]).toEqual([BEFORE, BEFORE, null]);
  });
});
