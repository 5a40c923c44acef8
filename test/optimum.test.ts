import { podGroup } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { ourCount, packingCases } from "../bench/packing-cases.ts";
import { binOf, fullPatterns, kindOf, optimumSolver } from "../bench/packing-optimum.ts";

const CASE_COUNT = 12;
const ORDER_COUNTS = [1, 10];
const optimumOf = await optimumSolver();

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
