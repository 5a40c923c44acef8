import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { type PlannedFleet, PlanningCache } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { planScenario } from "../site/src/planning/plan-scenario.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { footprintChart } from "../site/src/view/charts/footprint-chart.ts";
import { choiceRows } from "../site/src/view/choice-rows.ts";
import { demandView } from "../site/src/view/demand-view.ts";
import { poolsView } from "../site/src/view/pools-view.ts";
import { totalsView } from "../site/src/view/totals-view.ts";
import { writerFor } from "../site/src/view/writer.ts";

const { tenants } = builtData.example.fleet;
/** As if 5 were typed over what Kite Media asks for. */
const typed: Scenario = {
  ...builtData.example,
  fleet: {
    ...builtData.example.fleet,
    tenants: tenants.map((tenant) =>
      tenant.id === "kite" ? { ...tenant, demand: { pods: 9, cpu: "5", memory: "20Gi" } } : tenant,
    ),
  },
};

it("a scenario with one cell changed goes on with what was counted, and comes to the same as alone", async () => {
  const cache = new PlanningCache();
  const before = await planScenario(builtData.example, builtData, cache);
  const counted = cache.clustersOf(before.context);
  const after = await planScenario(typed, builtData, cache);
  expect(cache.clustersOf(after.context)).toBe(counted);
  const alone = await planScenario(typed, builtData);
  expect(after.comparison).toEqual(alone.comparison);
});

it("a scenario that counts nodes otherwise does not", async () => {
  const cache = new PlanningCache();
  const before = await planScenario(builtData.example, builtData, cache);
  const after = await planScenario({ ...builtData.example, settings: { floors: "none" } }, builtData, cache);
  expect(cache.clustersOf(after.context)).not.toBe(cache.clustersOf(before.context));
});

it("a scenario offers every assumption that a plan reads, and none that would change nothing", async () => {
  const { context } = await planScenario(builtData.example, builtData);
  const offered = choiceRows(context.choices).map(({ id }) => id);
  const [about, others] = [
    ["coupling-scope", "validation-hours"],
    ["days-between-minors", "floors"],
  ];
  expect(offered).toEqual(expect.arrayContaining(others));
  for (const id of about) expect(offered).not.toContain(id);
  const unread = builtData.parameters.filter(({ affects }) => affects === "lifecycle");
  expect(unread.map(({ id }) => id)).toEqual(expect.arrayContaining(about));
  expect(offered).toHaveLength(builtData.parameters.length - unread.length);
});

const contextWith = (orders: number) => {
  const settings = { "arrival-orders": String(orders) };
  return planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings });
};

it("for contexts to come the latest ways of counting are kept, not all", () => {
  const cache = new PlanningCache();
  const early = cache.clustersOf(contextWith(1));
  const used = cache.clustersOf(contextWith(2));
  for (let orders = 3; orders <= 12; orders += 1) {
    cache.clustersOf(contextWith(orders));
    expect(cache.clustersOf(contextWith(2))).toBe(used);
  }
  expect(cache.clustersOf(contextWith(1))).not.toBe(early);
});

it("who has many contexts and plans by each in turn loses nothing that was counted", () => {
  const cache = new PlanningCache();
  const contexts = Array.from({ length: 12 }, (_, index) => contextWith(index + 1));
  const counted = contexts.map((context) => cache.clustersOf(context));
  for (const [index, context] of contexts.entries()) expect(cache.clustersOf(context)).toBe(counted[index]);
});

it("sums up the tenants of the day, and shows in the table what the others ask for too", async () => {
  const { fleet } = builtData.example;
  const [first, ...others] = fleet.tenants as readonly [(typeof fleet.tenants)[number], ...typeof fleet.tenants];
  const gone = { ...first, contract: { until: "2020-01-01" } };
  const planned = await planScenario(
    { ...builtData.example, fleet: { ...fleet, tenants: [gone, ...others] } },
    builtData,
  );
  const { summary, byTenant } = demandView(planned.input, writerFor("en-GB"));
  expect(summary).toMatch(/^11 tenants · .* · 1 not under contract$/);
  expect(byTenant[first.id]?.totals.pods).toBe(9);
});

it("a model that cannot run is marked above all its figures", async () => {
  const giant = {
    ...builtData.example,
    fleet: {
      ...builtData.example.fleet,
      tenants: tenants.map((tenant) =>
        tenant.id === "kite" ? { ...tenant, demand: { pods: 1, cpu: "200", memory: "20Gi" } } : tenant,
      ),
    },
  };
  const writer = writerFor("en");
  const titlesOf = async (scenario: Scenario) => {
    const { comparison } = await planScenario(scenario, builtData);
    const [plan] = comparison.plans as readonly [PlannedFleet];
    return [
      totalsView(comparison, writer).models[0]?.title,
      poolsView([plan], writer)[0]?.title,
      footprintChart([plan], "vcpu", writer).categories[0],
    ];
  };
  expect(new Set(await titlesOf(giant))).toEqual(new Set(["Starter per tenant (does not run)"]));
  expect(new Set(await titlesOf(builtData.example))).toEqual(new Set(["Starter per tenant"]));
});
