import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { PlanningCache } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { planScenario } from "../site/src/planning/plan-scenario.ts";
import type { Scenario } from "../site/src/state/scenario.ts";

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

it("of many settings tried one after the other the latest ways of counting are kept, not all", () => {
  const cache = new PlanningCache();
  const countedWith = (orders: number) => {
    const settings = { "arrival-orders": String(orders) };
    return cache.clustersOf(planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings }));
  };
  const early = countedWith(1);
  const used = countedWith(2);
  for (let orders = 3; orders <= 8; orders += 1) {
    countedWith(orders);
    expect(countedWith(2)).toBe(used);
  }
  for (let orders = 9; orders <= 12; orders += 1) countedWith(orders);
  expect(countedWith(2)).toBe(used);
  expect(countedWith(1)).not.toBe(early);
});
