import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  examplePriceList,
  planningContext,
} from "@nkp-planner/catalog";
import {
  figureIds,
  figureOf,
  operatingModels,
  PlanningCache,
  type PlanningContext,
  planFleet,
  withInputs,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";
import { toyHostBook } from "./support/toy-prices.ts";

const { release } = exampleFleet;
const gold = { ...pods(2, "1", "2Gi", "10Gi"), topologySpread: [{ over: "hostname" }], tolerations: [{ key: "gpu" }] };
const toyFleet = fleetOf(
  { id: "constructor", upgradeCadence: "own", workloads: [gold] },
  { id: "2", price: { monthly: "1900.00" }, demand: { pods: 9, cpu: "4", memory: "9Gi", storage: "90Gi" } },
  { id: "10", contract: { termMonths: 36, from: "2026-01-01" }, workloads: [pods(3, "500m", "1Gi")] },
);
const CASES: readonly (readonly [string, typeof exampleFleet, PlanningContext])[] = [
  ["the example", exampleFleet, planningContext({ release, priceBook: examplePriceBook })],
  [
    "hosts, tiers, a foreign currency and a price list",
    exampleFleet,
    planningContext({
      release,
      priceBook: exampleHostPriceBook,
      priceList: examplePriceList,
      settings: { "agreed-prices": "ignored" },
    }),
  ],
  [
    "ids that every object has, and numbers",
    toyFleet,
    { ...toyContext({ "tenant-services": "agents" }), priceBook: toyHostBook() },
  ],
];

/** What was planned here, once for every way by which it is handed on. */
const PLANS = new Map(
  CASES.map(([name, fleet, context]) => {
    const cache = new PlanningCache();
    return [name, operatingModels.map((model) => ({ model, plan: planFleet(fleet, model, context, cache) }))];
  }),
);

/** Ways by which a worker, a file or another machine is handed something. */
const WAYS: readonly (readonly [string, <Value>(value: Value) => Value])[] = [
  ["structuredClone", (value) => structuredClone(value)],
  ["JSON", (value) => JSON.parse(JSON.stringify(value))],
];

describe.each(WAYS)("by way of %s", (_way, sent) => {
  describe.each(CASES)("%s", (name, fleet, context) => {
    const plans = PLANS.get(name) ?? [];

    it("are of every model", () => expect(plans).toHaveLength(operatingModels.length));

    it("arrive as they were", () => {
      expect(sent(fleet)).toEqual(fleet);
      expect(sent(context)).toEqual(context);
      for (const { plan } of plans) expect(sent(plan)).toEqual(plan);
    });

    it("are planned to the same plan, whose figures open as before", () => {
      const [fleetThere, contextThere, cacheThere] = [sent(fleet), sent(context), new PlanningCache()];
      for (const { model, plan } of plans) {
        const there = planFleet(fleetThere, model, contextThere, cacheThere);
        expect(JSON.stringify(there)).toBe(JSON.stringify(plan));
        const [here, arrived] = [withInputs(plan, fleet, context), withInputs(sent(plan), fleetThere, contextThere)];
        const ids = figureIds(here);
        expect(figureIds(arrived)).toEqual(ids);
        for (const id of ids.filter((_, index) => index % 7 === 0)) {
          expect(figureOf(arrived, id), id).toEqual(figureOf(here, id));
        }
      }
    });
  });
});

describe("a plan", () => {
  it("points at its inputs by name and does not hold them", () => {
    const [model] = operatingModels;
    const context = planningContext({ release, priceBook: examplePriceBook, settings: { floors: "none" } });
    const plan = planFleet(exampleFleet, model as (typeof operatingModels)[number], context);
    expect(plan).not.toHaveProperty("input");
    expect(plan).not.toHaveProperty("context");
    expect(plan.basis).toEqual({
      asOf: exampleFleet.asOf,
      priceBookId: examplePriceBook.id,
      priceListId: null,
      settings: { floors: "none" },
    });
  });
});
