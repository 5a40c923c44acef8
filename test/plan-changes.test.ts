import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  addMoney,
  defaultModels,
  isNegativeMoney,
  type Money,
  noMoney,
  type OperatingModel,
  type PlanChanges,
  type PlanDocument,
  type PlanInput,
  type PlanningContext,
  planChanges,
  planDocument,
  plannedFleet,
  starterSelfManaged,
  subtractMoney,
  sumMoney,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOf, type TenantDraft, toyContext, toyPriceBook } from "./support/toy.ts";

type Document = PlanDocument["plan"];

const toyPlan = (tenants: readonly TenantDraft[], context: PlanningContext = toyContext()): Document =>
  planDocument(plannedFleet(fleetOf(...tenants), starterSelfManaged, context)).plan;

const SMALL: TenantDraft = { id: "small", price: { monthly: "1000.00" } };
const big = (cpu: string): TenantDraft => ({
  id: "big",
  demand: { pods: 60, cpu, memory: "96Gi", storage: "2Ti", largestPod: { cpu: "4", memory: "16Gi" } },
  price: { monthly: "2000.00" },
});

const { price: _price, ...unpricedBig } = big("24");

const eur = (amount: string): Money => ({ amount, currency: "EUR" });
const totalIn = ({ totals }: PlanChanges, id: string) => totals.find((one) => one.id === id);
const valuesIn = (changes: PlanChanges, id: string) => {
  const { base, head, difference, isChanged } = totalIn(changes, id) ?? {};
  return { base, head, difference, isChanged };
};

// Small: control plane 3 × 2/8, workers 2 × 4/8: 8 × 5 + 14 × 10 + 40 × 2 + 500 × 0.10 + 3.25 h × 50 = 472.50.
// Big at 24 vCPU: ⌈(2000 + 24000) ÷ 7900⌉ = 4 workers of 8/32:
//   32 × 5 + 38 × 10 + 152 × 2 + (700 + 2048) × 0.10 + 3.25 × 50 = 1281.30.
// Big at 32 vCPU: ⌈(2000 + 32000) ÷ 7900⌉ = 5: 40 × 5 + 46 × 10 + 184 × 2 + (800 + 2048) × 0.10 + 162.50 = 1475.30.
const BEFORE = toyPlan([SMALL, big("24")]);
const AFTER = toyPlan([SMALL, big("32")]);

describe("what a plan changes against another", () => {
  const changes = planChanges(BEFORE, AFTER);

  it("is each total as it was, as it is, and the difference, to the cent", () => {
    expect(valuesIn(changes, "nodeCount")).toEqual({ base: 5 + 7, head: 5 + 8, difference: 1, isChanged: true });
    expect(valuesIn(changes, "vcpu")).toEqual({ base: 14 + 38, head: 14 + 46, difference: 8, isChanged: true });
    expect(valuesIn(changes, "memoryGiB")).toEqual({ base: 40 + 152, head: 40 + 184, difference: 32, isChanged: true });
    expect(valuesIn(changes, "storageGiB")).toMatchObject({ base: 500 + 2748, head: 500 + 2848, difference: 100 });
    expect(valuesIn(changes, "licensedVcpu")).toMatchObject({ base: 8 + 32, head: 8 + 40, difference: 8 });
    // 472.50 + 1281.30 = 1753.80; 472.50 + 1475.30 = 1947.80.
    expect(valuesIn(changes, "monthlyCost")).toEqual({
      ...{ base: eur("1753.80"), head: eur("1947.80"), difference: eur("194.00"), isChanged: true },
    });
    expect(valuesIn(changes, "monthlyPrice")).toEqual({
      ...{ base: eur("3000.00"), head: eur("3000.00"), difference: eur("0.00"), isChanged: false },
    });
    // 3000.00 − 1753.80 = 1246.20; 3000.00 − 1947.80 = 1052.20.
    expect(valuesIn(changes, "monthlyMargin")).toMatchObject({
      ...{ base: eur("1246.20"), head: eur("1052.20"), difference: eur("-194.00") },
    });
    // 1246.20 ÷ 3000 = 0.4154; 1052.20 ÷ 3000 = 0.350733…
    expect(totalIn(changes, "marginRatio")?.difference).toBeCloseTo(1052.2 / 3000 - 1246.2 / 3000, 9);
    // Licences 8 × 5 more.
    expect(valuesIn(changes, "monthlyCost.license")).toMatchObject({ difference: eur("40.00") });
    expect(changes.isChanged).toBe(true);
  });

  it("says which way the cost goes, and how far of what it was", () => {
    const { cost } = changes;
    expect(cost).toMatchObject({ difference: eur("194.00"), direction: "more", isBeyond: true });
    expect(cost.differenceRatio).toBeCloseTo(194 / 1753.8, 12);
  });

  it("names the pool that changed, and no other", () => {
    const size = { vcpuPerNode: 8, memoryGiBPerNode: 32, diskGiBPerNode: 100 };
    expect(changes.clusters).toMatchObject([
      {
        name: "tenant-big",
        pools: [{ name: "workload", base: { nodeCount: 4, ...size }, head: { nodeCount: 5, ...size } }],
      },
    ]);
  });

  it("names the tenant whose money changed, and no other", () => {
    expect(changes.tenants).toMatchObject([
      {
        tenantId: "big",
        base: { monthlyCost: eur("1281.30"), monthlyMargin: eur("718.70") },
        head: { monthlyCost: eur("1475.30"), monthlyMargin: eur("524.70") },
        figures: {
          monthlyCost: { difference: eur("194.00") },
          monthlyPrice: { difference: eur("0.00") },
          monthlyMargin: { difference: eur("-194.00") },
        },
      },
    ]);
  });

  it("is nothing of a plan against itself", () => {
    const none = planChanges(BEFORE, structuredClone(BEFORE));
    expect(none).toMatchObject({ isChanged: false, clusters: [], tenants: [], rates: [], newShortfalls: [] });
    expect(none.findings).toEqual({ added: [], gone: [] });
    expect(none.cost).toMatchObject({ difference: eur("0.00"), direction: "same", isBeyond: false });
    expect(none.totals.filter(({ isChanged }) => isChanged)).toEqual([]);
  });
});

describe("a tenant that comes or goes", () => {
  const without = toyPlan([SMALL]);

  it("is there with its cluster, all of its pools, and no difference of money it never cost before", () => {
    const changes = planChanges(without, BEFORE);
    expect(changes.clusters).toMatchObject([
      { name: "tenant-big", base: null, head: { role: "self-managed", edition: "starter", tenantIds: ["big"] } },
    ]);
    expect(changes.clusters[0]?.pools.map(({ name, base }) => [name, base])).toEqual([
      ["control-plane", null],
      ["workload", null],
    ]);
    expect(changes.tenants).toMatchObject([{ tenantId: "big", base: null, head: { monthlyCost: eur("1281.30") } }]);
    expect(changes.tenants[0]?.figures.monthlyCost.difference).toBeNull();
    expect(changes.cost.difference).toEqual(eur("1281.30"));
  });

  it("is gone with all that it cost", () => {
    const changes = planChanges(BEFORE, without);
    expect(changes.clusters).toMatchObject([{ name: "tenant-big", head: null }]);
    expect(changes.tenants).toMatchObject([{ tenantId: "big", base: { monthlyCost: eur("1281.30") }, head: null }]);
    expect(changes.cost).toMatchObject({ difference: eur("-1281.30"), direction: "less" });
  });
});

/** A plan that costs so much a month, with nothing else of it changed. */
const costing = (amount: string): Document => ({
  ...BEFORE,
  totals: { ...BEFORE.totals, monthlyCost: eur(amount) },
});

describe("a threshold of the cost", () => {
  it.each([
    // By an amount: 50.00 is not more than 50, in either direction.
    ["1000.00", "1050.00", { amount: "50", percent: null }, false],
    ["1000.00", "1050.01", { amount: "50", percent: null }, true],
    ["1000.00", "950.00", { amount: "50", percent: null }, false],
    ["1000.00", "949.99", { amount: "50", percent: null }, true],
    // In percent of the base: 5 % of 1000.00 are 50.00, 5 % of 1050.00 are 52.50.
    ["1000.00", "1050.00", { amount: null, percent: 5 }, false],
    ["1000.00", "1050.01", { amount: null, percent: 5 }, true],
    ["1050.00", "997.50", { amount: null, percent: 5 }, false],
    ["1050.00", "997.49", { amount: null, percent: 5 }, true],
    // Either is enough.
    ["1000.00", "1050.01", { amount: "50", percent: 10 }, true],
    ["1000.00", "1050.01", { amount: "100", percent: 5 }, true],
    ["1000.00", "1050.01", { amount: "100", percent: 10 }, false],
    // No float: 0.1 % of 0.30 are 0.0003.
    ["0.30", "0.30", { amount: null, percent: 0.1 }, false],
    ["0.30", "0.31", { amount: "0.01", percent: null }, false],
    // Nothing has no percent that a cost would stay below.
    ["0.00", "0.01", { amount: null, percent: 1000 }, true],
    ["0.00", "0.00", { amount: null, percent: 0 }, false],
    ["1000.00", "1000.01", { amount: "0", percent: null }, true],
    // Without any, every cent counts.
    ["1000.00", "1000.01", { amount: null, percent: null }, true],
    ["1000.00", "1000.00", { amount: null, percent: null }, false],
  ] as const)("from %s to %s with %j: beyond is %s", (was, is, thresholds, isBeyond) => {
    expect(planChanges(costing(was), costing(is), thresholds).cost.isBeyond).toBe(isBeyond);
  });
});

describe("what is not known", () => {
  it("is no difference and no zero, and names the tenants it depends on", () => {
    const unpriced = toyPlan([SMALL, unpricedBig]);
    const changes = planChanges(BEFORE, unpriced);
    expect(valuesIn(changes, "monthlyPrice")).toEqual({
      ...{ base: eur("3000.00"), head: null, difference: null, isChanged: true },
    });
    expect(valuesIn(changes, "marginRatio")).toMatchObject({ head: null, difference: null, isChanged: true });
    expect(changes.head.tenantsWithoutPrice).toEqual(["big"]);
    expect(changes.base.tenantsWithoutPrice).toEqual([]);
    expect(changes.findings.added.map(({ code }) => code)).toEqual(["tenants-without-price"]);
    const back = planChanges(unpriced, BEFORE);
    expect(valuesIn(back, "monthlyMargin")).toMatchObject({ base: null, difference: null, isChanged: true });
    expect(planChanges(unpriced, structuredClone(unpriced)).isChanged).toBe(false);
  });

  it("is a cost that leaves something out which it did not leave out before", () => {
    const cards: TenantDraft = {
      id: "small",
      price: { monthly: "1000.00" },
      pools: [{ name: "workload", shape: "8x32x100+2xnvidia.com/gpu" }],
      workloads: [{ name: "train", replicas: 2, requests: { cpu: "500m", memory: "2Gi", "nvidia.com/gpu": 1 } }],
    };
    const withCards = toyPlan([cards, big("24")], toyContext({ "host-gpus": "2" }));
    const { cost } = planChanges(BEFORE, withCards);
    expect(cost.newlyLeftOut).toEqual(["nvidia.com/gpu"]);
    expect(cost.leftOut.base).not.toContain("nvidia.com/gpu");
    expect(planChanges(withCards, BEFORE).cost.newlyLeftOut).toEqual([]);
  });

  it("is how far amounts of two currencies are apart", () => {
    const inDollars = JSON.parse(JSON.stringify(BEFORE).replaceAll('"currency":"EUR"', '"currency":"USD"'));
    const changes = planChanges(BEFORE, inDollars);
    expect(changes.cost).toMatchObject({
      difference: null,
      differenceRatio: null,
      direction: "unknown",
      isBeyond: true,
    });
    expect(valuesIn(changes, "monthlyCost")).toMatchObject({ difference: null, isChanged: true });
    expect(valuesIn(changes, "nodeCount")).toMatchObject({ difference: 0, isChanged: false });
  });
});

describe("prices of what both buy", () => {
  it("are told where they differ, by SKU", () => {
    const dearer = toyPriceBook({
      items: [
        {
          sku: "infrastructure-vcpu",
          name: "vCPU",
          appliesTo: "infrastructure-vcpu",
          unit: "vCPU-month",
          unitPrice: "11",
        },
        ...["memory", "storage"].map((what) => ({
          ...{ sku: `infrastructure-${what}`, name: what, appliesTo: `infrastructure-${what}`, unit: "GiB-month" },
          unitPrice: what === "memory" ? "2" : "0.10",
        })),
        { sku: "license-starter", name: "Starter", appliesTo: "license-starter", unit: "vCPU-month", unitPrice: "5" },
        { sku: "labour", name: "Hour", appliesTo: "labour", unit: "hour", unitPrice: "50" },
      ],
    });
    const changes = planChanges(BEFORE, toyPlan([SMALL, big("24")], { ...toyContext(), priceBook: dearer }));
    expect(changes.rates).toEqual([
      { sku: "infrastructure-vcpu", unit: "vCPU-month", base: [eur("10.00")], head: [eur("11.00")] },
    ]);
    // 52 vCPU × 1.
    expect(changes.cost.difference).toEqual(eur("52.00"));
  });
});

describe("what a plan cannot give", () => {
  it("stands first, and is new only where the other plan could", () => {
    const tooLarge = toyPlan([SMALL, { id: "big", workloads: [WHALE] }]);
    const changes = planChanges(BEFORE, tooLarge);
    expect(changes.newShortfalls.map(({ kind }) => kind)).toContain("infeasible");
    expect(changes.findings.added[0]?.kind).toBe("infeasible");
    expect([changes.base.isInfeasible, changes.head.isInfeasible]).toEqual([false, true]);
    expect(planChanges(tooLarge, structuredClone(tooLarge)).newShortfalls).toEqual([]);
    const back = planChanges(tooLarge, BEFORE);
    expect(back.newShortfalls).toEqual([]);
    expect(back.findings.gone[0]?.kind).toBe("infeasible");
  });
});

const WHALE = { name: "whale", replicas: 1, requests: { cpu: "500", memory: "1Gi" } };

/** Some of the example's tenants, in which order they may be. */
const someTenants = fc.subarray([...exampleFleet.tenants], { minLength: 1 });

describe("whatever two fleets are", () => {
  const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
  const planOf = (tenants: PlanInput["tenants"], model: OperatingModel) =>
    planDocument(plannedFleet({ ...exampleFleet, tenants }, model, context)).plan;
  const COUNT = 6;

  it("every difference is head − base to the cent, tenants' differences add up to the cost's, and a swap turns all signs", () => {
    const inAnyModel = fc.constantFrom(...defaultModels);
    fc.assert(
      fc.property(someTenants, someTenants, inAnyModel, (some, others, model) => {
        const [base, head] = [planOf(some, model), planOf(others, model)];
        const there = planChanges(base, head);
        const back = planChanges(head, base);
        there.totals.forEach(({ base: was, head: is, difference }, index) => {
          const turned = back.totals[index]?.difference;
          if (typeof was === "number" && typeof is === "number") {
            expect(difference).toBeCloseTo(is - was, 6);
            expect(turned).toBe(difference === 0 ? 0 : -(difference as number));
          } else if (was !== null && is !== null) {
            expect(difference).toEqual(subtractMoney(is as Money, was as Money));
            expect(addMoney(turned as Money, difference as Money)).toEqual(noMoney("EUR"));
          } else expect([difference, turned]).toEqual([null, null]);
        });
        const moved = there.tenants.map(({ base: was, head: is }) =>
          subtractMoney(is?.monthlyCost ?? noMoney("EUR"), was?.monthlyCost ?? noMoney("EUR")),
        );
        expect(sumMoney(moved, "EUR")).toEqual(there.cost.difference);
        expect(back.clusters.map(({ name }) => name).sort()).toEqual(there.clusters.map(({ name }) => name).sort());
        expect(back.findings.added).toEqual(there.findings.gone);
        const isLess = isNegativeMoney(there.cost.difference as Money);
        const turned = { more: "less", less: "more", same: "same", unknown: "unknown" }[there.cost.direction];
        expect(back.cost.direction).toBe(turned);
        expect(there.cost.direction === "less").toBe(isLess);
      }),
      { numRuns: COUNT, seed: 1 },
    );
  });
});
