import { operatingModels, PlanningCache, parsePriceBook, structureOf } from "@nkp-planner/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const NODE_SHAPES = ["4x8x100", "8x12x100", "8x32x100", "4x64x100", "16x32x100"];

function contextAt(vcpuPrice: number, memoryPrice: number) {
  const item = (appliesTo: string, unit: string, unitPrice: number) => ({
    ...{ sku: appliesTo, name: appliesTo, appliesTo, unit },
    unitPrice: String(unitPrice),
  });
  const priceBook = parsePriceBook({
    apiVersion: "nkp-planner/v1",
    kind: "PriceBook",
    id: "drawn",
    title: "Drawn prices",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: true,
    nodeShapes: NODE_SHAPES,
    items: [
      item("infrastructure-vcpu", "vCPU-month", vcpuPrice),
      item("infrastructure-memory", "GiB-month", memoryPrice),
      item("infrastructure-storage", "GiB-month", 0),
      item("license-starter", "vCPU-month", 5),
      item("license-ultimate", "vCPU-month", 20),
      item("license-pro", "vCPU-month", 12),
      item("labour", "hour", 50),
    ],
  });
  const settings = { "workload-node-shape": "cheapest", "loss-survived": "one-node" };
  return { ...toyContext({ ...settings, "division-saving-percent": "least" }), priceBook };
}

const poolsOf = (...[fleet, model, context, cache]: Parameters<typeof structureOf>) =>
  structureOf(fleet, model, context, cache).clusters.map(({ pools }) => pools);

it("what was counted at other prices changes no pool", () => {
  const price = fc.integer({ min: 0, max: 40 });
  const workload = fc.tuple(
    fc.integer({ min: 1, max: 15 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 50 }),
  );
  const shapesSeen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(workload, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(price, price), { minLength: 2, maxLength: 5 }),
      (drawn, prices) => {
        const workloads = drawn.map(([replicas, cpu, memory], index) => ({
          ...pods(replicas, String(cpu), `${memory}Gi`),
          name: `w${index}`,
        }));
        const fleet = fleetOf({ workloads });
        const cache = new PlanningCache();
        for (const [vcpuPrice, memoryPrice] of prices) {
          const context = contextAt(vcpuPrice, memoryPrice);
          for (const model of operatingModels) {
            const pools = poolsOf(fleet, model, context, cache);
            expect(pools).toEqual(poolsOf(fleet, model, context));
            for (const { shape } of pools.flat()) shapesSeen.add(JSON.stringify(shape));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  // Prices decide: not always the same shapes were taken.
  expect(shapesSeen.size).toBeGreaterThan(3);
});
