import { podGroup } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { costsOf } from "../bench/beside-pools.ts";
import { ourCount, packingCases } from "../bench/packing-cases.ts";
import { binOf, fullPatterns, kindOf, optimumSolver } from "../bench/packing-optimum.ts";
import { plannedWorkers, SHAPES, tenantsToDivide, tenantsWithPools, toyCostOf } from "../bench/pool-cases.ts";
import { cheapestSolver, divisionsOf } from "../bench/pool-optimum.ts";

const CASE_COUNT = 12;
const ORDER_COUNTS = [1, 10];
const optimumOf = await optimumSolver();
const cheapestOf = await cheapestSolver();

/** Pods that ask for CPU only, on nodes of 8 vCPU. */
function cpuCase(...kinds: readonly (readonly [replicas: number, vcpu: number])[]) {
  return {
    name: "by hand",
    size: "usual" as const,
    allocatable: { cpuMillicores: 8000, memoryBytes: 1, podCount: 250 },
    groups: kinds.map(([replicas, vcpu], index) =>
      podGroup({ name: `kind-${index}`, replicas, requests: { cpuMillicores: vcpu * 1000, memoryBytes: 0 } }),
    ),
  };
}

describe("the solver that gives the second opinion", () => {
  it("agrees with packings worked out by hand", () => {
    expect(optimumOf(cpuCase([5, 3]))).toBe(3); // two a node; the sum alone would ask for 15 ÷ 8 = 2
    expect(optimumOf(cpuCase([3, 5], [3, 3]))).toBe(3); // a large and a small one fill a node
    expect(optimumOf(cpuCase([2, 5], [2, 4], [2, 3]))).toBe(3); // 5 + 3, 5 + 3, 4 + 4
  });

  it("lists the ways to fill a node that leave no room for a further pod", () => {
    const { allocatable, groups } = cpuCase([4, 5], [4, 3]);
    expect(fullPatterns(groups.map(kindOf), binOf(allocatable))).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });
});

describe("nodes of a pool, beside the proven optimum", () => {
  it.each(packingCases(CASE_COUNT))("$name: lower bound ≤ optimum ≤ our count", (packing) => {
    const optimum = optimumOf(packing);
    for (const orderCount of ORDER_COUNTS) {
      const { nodeCount, bounds } = ourCount(packing, orderCount);
      expect(bounds.lowerNodeCount).toBeLessThanOrEqual(optimum);
      expect(nodeCount).toBeGreaterThanOrEqual(optimum);
    }
  });
});

describe("the cheapest workers, by the solver", () => {
  const workload = { replicas: 3, cpuMillicores: 2000, memoryMiB: 1024 };

  it("agree with shapes worked out by hand", () => {
    // 4x8 costs 4 × 15 + 8 × 2 + 10 = 86, 8x12 costs 120 + 24 + 10 = 154. Of 3.9 vCPU a pod of 2 leaves 1.9: 3 × 86 = 258;
    // of 7.9 three leave 1.9: 154. The console of 2 vCPU and 2 GiB has a node of 4x8 in the pool for everything.
    const apart = { name: "by hand", own: [[workload]], main: [] };
    expect(cheapestOf(apart, 0)).toBe(154 + 86);
    // With one to lose 4 × 86 = 344 or 2 × 154 = 308, and two for the console.
    expect(cheapestOf(apart, 1)).toBe(308 + 2 * 86);
    const planned = ([0, 1] as const).map((spare) => toyCostOf(plannedWorkers([apart], spare)[0] ?? []));
    expect(planned).toEqual([154 + 86, 308 + 2 * 86]);
  });

  it("are divided where that costs less", () => {
    // 16x128 costs 240 + 256 + 10 = 506 and holds both large pods beside the console; of 8x12, 154 each, ⌈20 ÷ 7⌉ = 3 hold
    // the small ones: 506 + 3 × 154 = 968. Together they ask for 20 + 2 + 2 = 24 of 15.9 vCPU: 2 × 506 = 1,012.
    const main = [
      { replicas: 20, cpuMillicores: 1000, memoryMiB: 512 },
      { replicas: 2, cpuMillicores: 1000, memoryMiB: 61_440 },
    ];
    const one = { name: "by hand", own: [], main };
    expect(cheapestOf(one, 0)).toBe(506 + 3 * 154);
    expect(toyCostOf(plannedWorkers([one], 0)[0] ?? [])).toBe(506 + 3 * 154);
  });

  it("are looked for in every division in which the pool for everything keeps a workload", () => {
    expect(divisionsOf(["a", "b"])).toEqual([
      [[], ["a", "b"]],
      [["a"], ["b"]],
      [["b"], ["a"]],
    ]);
  });
});

/** By how much, in percent, all of some tenants' workers may cost more than the proven least, and those of any one. */
const BESIDE = [
  ["pools that are asked for", 0, tenantsWithPools(8), { allPercent: 5, onePercent: 20 }],
  ["pools that are asked for", 1, tenantsWithPools(8), { allPercent: 6, onePercent: 20 }],
  ["workers that may be divided", 0, tenantsToDivide(8), { allPercent: 10, onePercent: 25 }],
  ["workers that may be divided", 1, tenantsToDivide(8), { allPercent: 14, onePercent: 35 }],
] as const;

describe("what workers cost, beside the proven least", () => {
  it.each(BESIDE)("%s, %i to lose: never below, and little above", (_, spare, cases, { allPercent, onePercent }) => {
    const costs = costsOf(cases, spare, cheapestOf);
    for (const { planned, optimum } of costs) {
      expect(planned).toBeGreaterThanOrEqual(optimum);
      expect((planned / optimum - 1) * 100).toBeLessThanOrEqual(onePercent);
    }
    const [planned, optimum] = [costs.map((one) => one.planned), costs.map((one) => one.optimum)].map((all) =>
      all.reduce((sum, cost) => sum + cost, 0),
    ) as [number, number];
    expect((planned / optimum - 1) * 100).toBeLessThanOrEqual(allPercent);
  });

  it("is that of the cheapest shape by the planner's own counts", () => {
    for (const one of tenantsWithPools(6)) {
      const chosen = plannedWorkers([one], 1)[0] ?? [];
      const fixed = plannedWorkers(
        SHAPES.map((ownShape) => ({ ...one, ownShape })),
        1,
      );
      for (const pool of chosen.filter(({ isMain }) => !isMain)) {
        const costs = fixed
          .flatMap((pools) => pools.filter(({ name }) => name === pool.name))
          .filter(({ unplaced, survivesLoss }) => unplaced.length === 0 && survivesLoss)
          .map((other) => toyCostOf([other]));
        expect(toyCostOf([pool])).toBe(Math.min(...costs));
      }
    }
  });
});
