import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { type HostLoad, hostLoadsOf } from "./host-loads.ts";
import { leastHostCountOf, type PackingAnswer, packHosts } from "./host-packing.ts";
import { packingProblem } from "./host-problem.ts";
import { searchPlacement } from "./host-search.ts";
import { Steps } from "./host-steps.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

const capacity = { vcpu: 20, memoryGiB: 100 };
const problemOf = (groups: readonly VmGroup[], hostCount: number, surge: VmGroup | null = null) =>
  packingProblem(vmClassesOf(groups, surge), hostCount, unitsOf(capacity));

function answerOf(groups: readonly VmGroup[], hostCount: number): PackingAnswer {
  return packHosts(problemOf(groups, hostCount));
}

/** What each host carries; null: there is no placement. */
function loadsOf(
  groups: readonly VmGroup[],
  hostCount: number,
  surge: VmGroup | null = null,
): readonly HostLoad[] | null {
  const { runs } = packHosts(problemOf(groups, hostCount, surge));
  return runs === null ? null : hostLoadsOf(runs, vmClassesOf(groups, surge).classes);
}

describe("whole VMs on hosts", () => {
  it("are not split: two of 60 GiB fill two hosts of 100", () => {
    const groups = [vmGroup({ vmCount: 2, memoryGiB: 60 })];
    expect(loadsOf(groups, 1)).toBeNull();
    expect(loadsOf(groups, 2)?.map(({ memoryGiB }) => memoryGiB)).toEqual([60, 60]);
  });

  it("come the largest first: 70 and 30, 50 and 40", () => {
    const groups = [30, 40, 50, 70].map((memoryGiB) => vmGroup({ memoryGiB, clusterName: `c${memoryGiB}` }));
    expect(loadsOf(groups, 2)?.map(({ memoryGiB }) => memoryGiB)).toEqual([100, 90]);
  });

  it("fill vCPU to the last one, and not beyond", () => {
    expect(loadsOf([vmGroup({ vmCount: 2, vcpu: 10 })], 1)).toHaveLength(1);
    expect(loadsOf([vmGroup({ vmCount: 2, vcpu: 11 })], 1)).toBeNull();
  });

  it("fill fractions to the last one: ten of 0.1 are 1, and three of 33.3 are 99.9", () => {
    expect(loadsOf([vmGroup({ vmCount: 200, vcpu: 0.1, memoryGiB: 0.5 })], 1)?.[0]).toMatchObject({ vcpu: 20 });
    expect(loadsOf([vmGroup({ vmCount: 201, vcpu: 0.1, memoryGiB: 0.1 })], 1)).toBeNull();
    expect(loadsOf([vmGroup({ vmCount: 3, memoryGiB: 33.3 })], 1)?.[0]).toMatchObject({ memoryGiB: 99.9 });
  });

  it("leave hosts empty where there are more than needed", () => {
    expect(loadsOf([vmGroup()], 3)?.map(({ vmCount }) => vmCount)).toEqual([1]);
    expect(loadsOf([], 2)).toEqual([]);
    expect(loadsOf([], 0)).toEqual([]);
    expect(loadsOf([vmGroup()], 0)).toBeNull();
  });

  it("keep the control plane of a cluster apart, two sizes of it too", () => {
    const groups = [
      vmGroup({ role: "control-plane", vmCount: 2 }),
      vmGroup({ role: "control-plane", vmCount: 1, memoryGiB: 20 }),
    ];
    expect(loadsOf(groups, 3)?.map(({ vmCount }) => vmCount)).toEqual([1, 1, 1]);
  });

  it("spread it as evenly as they can over fewer hosts than nodes", () => {
    const groups = [vmGroup({ role: "control-plane", vmCount: 3 })];
    expect(loadsOf(groups, 2)?.map(({ vmCount }) => vmCount)).toEqual([2, 1]);
  });

  it("share a host across clusters and roles", () => {
    const groups = ["a", "b"].map((clusterName) => vmGroup({ clusterName, role: "control-plane" }));
    const [host] = loadsOf([...groups, vmGroup({ vmCount: 3 })], 1) ?? [];
    expect(host).toMatchObject({ vmCount: 5, vcpu: 5, memoryGiB: 50 });
  });

  it("leave room for an upgrade, which need not be apart", () => {
    const nodes = vmGroup({ role: "control-plane", vmCount: 2, memoryGiB: 40 });
    const [fuller, other] = loadsOf([nodes], 2, { ...nodes, vmCount: 1 }) ?? [];
    expect([fuller?.memoryGiB, other?.memoryGiB]).toEqual([80, 40]);
    expect(fuller?.vms.map(({ isSurge, vmCount }) => [isSurge, vmCount]).sort()).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(loadsOf([nodes], 2, { ...nodes, vmCount: 3 })).toBeNull();
  });
});

describe("what is known of a number of hosts", () => {
  /** 80 vCPU. Largest first puts 8 + 8 on one host, which leaves 4 free there that nothing fits, and asks for five. */
  const puzzle = [
    vmGroup({ vmCount: 2, vcpu: 8, memoryGiB: 1 }),
    vmGroup({ clusterName: "b", vmCount: 4, vcpu: 7, memoryGiB: 1 }),
    vmGroup({ clusterName: "c", vmCount: 6, vcpu: 6, memoryGiB: 1 }),
  ];

  it("is a placement where one order fails: 8 + 6 + 6 and 7 + 7 + 6, twice each", () => {
    expect(answerOf(puzzle, 4).runs).not.toBeNull();
    expect(loadsOf(puzzle, 4)?.map(({ vcpu }) => vcpu)).toEqual([20, 20, 20, 20]);
  });

  it("is that there is none, and how many are the least", () => {
    expect(answerOf(puzzle, 3)).toMatchObject({ runs: null, leastHostCount: 4 });
    // 95 vCPU by their sum 5; but beside one of 11 there is room for no other: 5, and 10 + 10 on two
    const large = [vmGroup({ vmCount: 5, vcpu: 11 }), vmGroup({ clusterName: "b", vmCount: 4, vcpu: 10 })];
    expect(answerOf(large, 5)).toMatchObject({ runs: null, leastHostCount: 7 });
    expect(leastHostCountOf(problemOf(large, 5))).toBe(7);
    expect(answerOf(large, 7).runs).not.toBeNull();
  });

  it("is a placement for a larger fleet too, where every order and a bounded search fail", () => {
    // 35 of 32 vCPU, one a host of 45.6, which leaves 13 of 45: four of 3, or 4 + 3 + 3 + 3, or 4 + 4 + 4
    const clusters = [4, 4, 4, 2, 2, 2].map((vcpu, index) =>
      vmGroup({ clusterName: `c${index}`, role: "control-plane", vmCount: 3, vcpu, memoryGiB: 4 * vcpu }),
    );
    const workers = [
      vmGroup({ clusterName: "w1", vmCount: 35, vcpu: 32, memoryGiB: 128 }),
      vmGroup({ clusterName: "w2", vmCount: 50, vcpu: 4, memoryGiB: 16 }),
      vmGroup({ clusterName: "w3", vmCount: 60, vcpu: 3, memoryGiB: 6 }),
    ];
    const problem = packingProblem(
      vmClassesOf([...clusters, ...workers], null),
      35,
      unitsOf({ vcpu: 45.6, memoryGiB: 304 }),
    );
    expect(packHosts(problem).runs?.reduce((sum, { hostCount }) => sum + hostCount, 0)).toBe(35);
    const weights = problem.vmCounts.map(() => 0);
    expect(searchPlacement(problem, weights, new Steps(20_000))).toEqual({ runs: null, isComplete: false });
  });

  it("takes as many steps for a million VMs as for ten thousand", () => {
    const fleet = (vmCount: number) => [
      vmGroup({ role: "control-plane", vmCount: 3, vcpu: 2, memoryGiB: 8 }),
      vmGroup({ vmCount, vcpu: 4, memoryGiB: 16 }),
      vmGroup({ clusterName: "b", vmCount, vcpu: 8, memoryGiB: 12 }),
    ];
    // 12 vCPU a pair, 0.6 hosts; and one host for the control plane
    const few = answerOf(fleet(10_000), 6001);
    const many = answerOf(fleet(1_000_000), 600_001);
    expect([few, many].map(({ runs }) => runs !== null)).toEqual([true, true]);
    expect(many.stepCount).toBe(few.stepCount);
    expect(many.stepCount).toBeLessThan(1000);
  });

  it("takes as many steps for a thousand alike clusters as for ten", () => {
    const clusters = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        vmGroup({ clusterName: `c${index}`, role: "control-plane", vmCount: 3, vcpu: 2, memoryGiB: 8 }),
        vmGroup({ clusterName: `c${index}`, vmCount: 7, vcpu: 4, memoryGiB: 16 }),
      ]).flat();
    // 3 × 2 + 7 × 4 = 34 vCPU a cluster
    expect(answerOf(clusters(1000), 1701).stepCount).toBeLessThan(2 * answerOf(clusters(10), 18).stepCount);
  });
});
