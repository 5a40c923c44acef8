import { examplePriceBook, planningContext, workloadLibrary } from "@nkp-planner/catalog";
import {
  costAtSize,
  dearerAt,
  operatingModels,
  type PlanInput,
  PlanningCache,
  parseFleet,
  parsePriceBook,
  planFleet,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

const [starter, ultimate] = operatingModels as [(typeof operatingModels)[number], (typeof operatingModels)[number]];
const MOST_TENANTS = 40;

/** Many alike tenants of the small preset: one web shop each. */
const small: PlanInput = parseFleet(
  {
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: "nkp-2.17.1",
    currency: "EUR",
    tenants: [{ id: "small", preset: "S" }],
  },
  "fleet",
  workloadLibrary,
);

/** Prices at which both licences cost the same, so that only footprints decide. */
const evenPrices = parsePriceBook({
  apiVersion: "nkp-planner/v1",
  kind: "PriceBook",
  id: "even",
  title: "Even licences",
  currency: "EUR",
  validFrom: "2026-01-01",
  illustrative: true,
  items: Object.entries({
    "infrastructure-vcpu": ["vCPU-month", "10"],
    "infrastructure-memory": ["GiB-month", "2"],
    "infrastructure-storage": ["GiB-month", "0.10"],
    "license-starter": ["vCPU-month", "10"],
    "license-ultimate": ["vCPU-month", "10"],
    labour: ["hour", "50"],
  }).map(([appliesTo, [unit, unitPrice]]) => ({ sku: appliesTo, name: appliesTo, appliesTo, unit, unitPrice })),
});

describe("many small tenants, the claim that motivates the planner", () => {
  it.each([
    ["the example's prices", examplePriceBook],
    ["licences at one price", evenPrices],
  ])(
    "platform and floors of one plane cost more than those of Starter clusters at every size, at %s",
    (_, priceBook) => {
      const context = planningContext({ release: small.release, priceBook });
      const cache = new PlanningCache();
      const sizes = Array.from({ length: MOST_TENANTS }, (__, index) =>
        costAtSize(small, index + 1, [starter, ultimate], context, cache),
      );
      expect(dearerAt(sizes, ultimate.id, starter.id, "platformMonthlyCost")).toEqual({ kind: "always" });
      expect(dearerAt(sizes, ultimate.id, starter.id, "monthlyCost")).toEqual({ kind: "always" });
      expect(dearerAt(sizes, starter.id, ultimate.id, "monthlyCost")).toEqual({ kind: "never" });
    },
  );

  it("because every attached cluster has four workers of eight vCPU, where a small tenant's Starter has fewer in all", () => {
    const context = planningContext({ release: small.release, priceBook: examplePriceBook });
    const workersOf = (model: typeof starter) => {
      const cluster = planFleet(small, model, context).clusters.find(({ name }) => name === "tenant-small");
      const pool = cluster?.pools.find(({ role }) => role === "workload");
      return { vcpu: (pool?.shape.vcpu ?? 0) * (pool?.nodeCount ?? 0), floor: pool?.floorAddedNodeCount };
    };
    expect(workersOf(ultimate)).toEqual({ vcpu: 4 * 8, floor: 1 });
    expect(workersOf(starter).vcpu).toBeLessThan(4 * 8);
  });
});
