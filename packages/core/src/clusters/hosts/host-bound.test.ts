import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { patternBound } from "./host-bound.ts";
import { packingProblem, sumProduct } from "./host-problem.ts";
import { Steps } from "./host-steps.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

const ENOUGH = 100_000;

/** On hosts of 20 vCPU and 100 GiB. */
function boundOf(groups: readonly VmGroup[], { hostCount = 1, steps = ENOUGH } = {}) {
  const problem = packingProblem(vmClassesOf(groups, null), hostCount, unitsOf({ vcpu: 20, memoryGiB: 100 }));
  return { ...patternBound(problem, new Steps(steps)), problem };
}
const least = (...sizes: readonly Partial<VmGroup>[]) =>
  boundOf(sizes.map((size, index) => vmGroup({ clusterName: `c${index}`, ...size }))).leastHostCount;

describe("the least number of hosts", () => {
  it("is the sum of the scarcest resource", () => {
    expect(least({ vmCount: 41 })).toBe(5); // 410 ÷ 100
    expect(least({ vmCount: 40 })).toBe(4);
    expect(least({ vmCount: 21, vcpu: 5 })).toBe(6); // 105 ÷ 20 = 5.25
  });

  it("is a host for each VM larger than half of one", () => {
    expect(least({ vmCount: 4, memoryGiB: 60 })).toBe(4);
    // and nothing of 30 is gained beside them: 60 + 30, so four carry four more, and the fifth and sixth ask for one
    expect(least({ vmCount: 4, memoryGiB: 60 }, { vmCount: 6, memoryGiB: 30 })).toBe(5);
  });

  it("is a host for each of those of which no two share one, by either resource", () => {
    // 11 vCPU with 11, 11 with 60 GiB of which two are 120, and 10 vCPU with 45 GiB beside neither: 2 + 3 + 1
    expect(least({ vmCount: 2, vcpu: 11 }, { vmCount: 3, memoryGiB: 60, vcpu: 10 }, { memoryGiB: 45, vcpu: 10 })).toBe(
      6,
    );
  });

  it("counts what cannot be filled: three of 7 vCPU are not 20, so two a host", () => {
    expect(least({ vmCount: 10, vcpu: 7 })).toBe(5); // 70 ÷ 20 = 3.5
    // 7 + 7 + 6 only: ten of 7 and four of 6 are 94, 4.7 hosts by their sum; ten of 7 ask for five, the 6 fit beside
    expect(least({ vmCount: 10, vcpu: 7 }, { vmCount: 4, vcpu: 6 })).toBe(5);
    expect(least({ vmCount: 10, vcpu: 7 }, { vmCount: 6, vcpu: 6 })).toBe(6);
  });

  it("keeps VMs apart: no more than so many a host", () => {
    const groups = [vmGroup({ role: "control-plane", vmCount: 6 })];
    expect(boundOf(groups, { hostCount: 2 }).leastHostCount).toBe(2);
    // on four hosts ⌈6 ÷ 4⌉ = 2 a host: three at least
    expect(boundOf(groups, { hostCount: 4 }).leastHostCount).toBe(3);
  });

  it("comes with weights by which a host carries no more than 1, and parts of hosts that carry all", () => {
    const groups = [
      vmGroup({ vmCount: 10, vcpu: 7 }),
      vmGroup({ clusterName: "b", vmCount: 7, vcpu: 6, memoryGiB: 30 }),
    ];
    const { weights, partialHosts, problem } = boundOf(groups);
    const [six = 0, seven = 0] = weights;
    // ways to fill a host: 7 + 7 + 6, 7 + 6 + 6, 6 + 6 + 6
    for (const [sevens, sixes] of [
      [2, 1],
      [1, 2],
      [0, 3],
    ] as const)
      expect(sevens * seven + sixes * six).toBeLessThanOrEqual(1 + 1e-9);
    // 17 VMs, three a host
    expect(sumProduct(problem.vmCounts, weights)).toBeCloseTo(17 / 3, 9);
    const carried = problem.vmCounts.map((_, index) =>
      partialHosts.reduce((sum, { vmCounts, hostCount }) => sum + hostCount * (vmCounts[index] ?? 0), 0),
    );
    expect(carried.map((count) => Math.round(count * 1e6) / 1e6)).toEqual([7, 10]);
  });

  it("says less, and never too much, where its steps run out", () => {
    const groups = [11, 9, 7, 6, 5, 4, 3].map((vcpu) =>
      vmGroup({ clusterName: `c${vcpu}`, vmCount: vcpu, vcpu, memoryGiB: 11 }),
    );
    const full = boundOf(groups).leastHostCount;
    const bounds = [0, 50, 100, 200, 400].map((steps) => boundOf(groups, { steps }).leastHostCount);
    expect(bounds[0]).toBe(0);
    for (const bound of bounds) expect(bound).toBeLessThanOrEqual(full);
  });
});
