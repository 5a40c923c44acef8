import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { heavyPattern } from "./host-patterns.ts";
import { packingProblem } from "./host-problem.ts";
import { Steps } from "./host-steps.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";

/** 3 × 12/10, 5 × 7/9, 9 × 4/8 and 9 × 1/7 vCPU and GiB, on hosts of 20 and 100. */
const groups = [
  vmGroup({ clusterName: "a", vmCount: 3, vcpu: 12, memoryGiB: 10 }),
  vmGroup({ clusterName: "b", vmCount: 5, vcpu: 7, memoryGiB: 9 }),
  vmGroup({ clusterName: "c", vmCount: 9, vcpu: 4, memoryGiB: 8 }),
  vmGroup({ clusterName: "d", vmCount: 9, vcpu: 1, memoryGiB: 7 }),
];
const problem = packingProblem(vmClassesOf(groups, null), 1, unitsOf({ vcpu: 20, memoryGiB: 100 }));
const pattern = (weights: readonly number[], steps = 10_000) => heavyPattern(problem, weights, new Steps(steps));

describe("the VMs that weigh most on one host", () => {
  it("are found with the room that they leave", () => {
    // by vCPU 12 weighs most, 0.7 ÷ 12; but 12 + 7 + 1 is 0.7 + 0.39 + 0.01, and 7 + 7 + 4 + 1 + 1 is 0.98
    expect(pattern([0.7, 0.39, 0.18, 0.01])).toEqual({
      vmCounts: [1, 1, 0, 1],
      totalWeight: expect.closeTo(1.1, 9),
      isHeaviest: true,
    });
    // five of 4
    expect(pattern([0.5, 0.3, 0.3, 0])?.vmCounts).toEqual([0, 0, 5, 0]);
    // no more than there are: nine of 1, with 7 + 4
    expect(pattern([0, 0.21, 0.12, 0.1])?.vmCounts).toEqual([0, 1, 1, 9]);
  });

  it("are none, said to weigh 1, where nothing weighs more", () => {
    expect(pattern([0.6, 0.35, 0.2, 0.05])).toEqual({ vmCounts: [0, 0, 0, 0], totalWeight: 1, isHeaviest: true });
    expect(pattern([0, 0, 0, 0])).toEqual({ vmCounts: [0, 0, 0, 0], totalWeight: 1, isHeaviest: true });
  });

  it("are nothing known where the steps run out", () => {
    expect(pattern([0.6, 0.35, 0.2, 0.05], 0)).toBeNull();
    expect(pattern([0.9, 0.9, 0.2, 0.05], 5)?.isHeaviest).toBe(false);
  });
});
