import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { type Fit, fillHosts, fitsOf } from "./host-fits.ts";
import { packingProblem } from "./host-problem.ts";
import { Steps } from "./host-steps.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

const problemOf = (groups: readonly VmGroup[], hostCount: number) =>
  packingProblem(vmClassesOf(groups, null), hostCount, unitsOf({ vcpu: 20, memoryGiB: 100 }));

/** Runs as `hosts × VMs of each class`; classes come by memory, and are placed in that order unless another is given. */
function filled(groups: readonly VmGroup[], hostCount: number, fit: Partial<Fit> = {}, order?: readonly number[]) {
  const problem = problemOf(groups, hostCount);
  const firstFit: Fit = { scoreOf: () => 0, isSpread: false };
  const runs = fillHosts(problem, order ?? [...problem.vmCounts.keys()], { ...firstFit, ...fit }, new Steps());
  return runs?.map(({ hostCount: hosts, vmCounts }) => `${hosts} × ${vmCounts.join(" ")}`);
}

describe("filling hosts", () => {
  it("puts runs of VMs on runs of hosts: 11 of 25 GiB, four a host", () => {
    expect(filled([vmGroup({ vmCount: 11, memoryGiB: 25 })], 4)).toEqual(["2 × 4", "1 × 3", "1 × 0"]);
    expect(filled([vmGroup({ vmCount: 17, memoryGiB: 25 })], 4)).toBeUndefined();
  });

  it("takes the first host with room, or the one on which least of a resource is left", () => {
    // 60/2, 50/18: a VM of 10/2 fits both; first: beside 60; by vCPU: beside 50, where 2 are left
    const groups = [
      vmGroup({ memoryGiB: 60, vcpu: 2 }),
      vmGroup({ memoryGiB: 50, vcpu: 18 }),
      vmGroup({ memoryGiB: 10, vcpu: 2 }),
    ];
    expect(filled(groups, 2)).toEqual(["1 × 1 0 1", "1 × 0 1 0"]);
    expect(filled(groups, 2, { scoreOf: (vcpu) => vcpu })).toEqual(["1 × 1 0 0", "1 × 0 1 1"]);
    expect(filled(groups, 2, { scoreOf: (_, memory) => memory })).toEqual(["1 × 1 0 1", "1 × 0 1 0"]);
  });

  it("keeps VMs apart: to the limit of a host, or where the fewest are", () => {
    const groups = [vmGroup({ role: "control-plane", vmCount: 5 })];
    // ⌈5 ÷ 3⌉ = 2 on a host
    expect(filled(groups, 3)).toEqual(["2 × 2", "1 × 1"]);
    expect(filled([vmGroup({ role: "control-plane", vmCount: 4 })], 3)).toEqual(["2 × 2", "1 × 0"]);
    expect(filled([vmGroup({ role: "control-plane", vmCount: 4 })], 3, { isSpread: true })).toEqual(["1 × 2", "2 × 1"]);
  });

  it("prefers a host with fewer of a set to a fuller one", () => {
    // a set of four in two sizes, two a host at most: the large one is on the first host, the others go to others first
    const groups = [vmGroup({ role: "control-plane", memoryGiB: 60 }), vmGroup({ role: "control-plane", vmCount: 3 })];
    const fit = { scoreOf: (_: number, memory: number) => memory };
    expect(filled(groups, 3, { ...fit, isSpread: true })).toEqual(["1 × 1 1", "2 × 0 1"]);
    expect(filled(groups, 3, fit)).toEqual(["1 × 1 1", "1 × 0 2", "1 × 0 0"]);
    // 60 | 50 of the set | none: of three more, one goes to the first, one to the last, and then the fullest has the third
    const large = vmGroup({ role: "control-plane", memoryGiB: 50 });
    const found = filled([vmGroup({ memoryGiB: 60 }), large, ...groups.slice(1)], 3, { ...fit, isSpread: true });
    expect(found).toEqual(["1 × 1 0 2", "1 × 0 1 0", "1 × 0 0 1"]);
  });

  it("does what VM after VM would, in few steps", () => {
    const steps = new Steps();
    const problem = problemOf([vmGroup({ vmCount: 40_000, memoryGiB: 30 }), vmGroup({ vmCount: 10_000 })], 20_000);
    const runs = fillHosts(problem, [0, 1], { scoreOf: () => 0, isSpread: false }, steps);
    // three of 30 GiB a host, then one of 10 beside them
    expect(runs?.slice(0, 2).map(({ hostCount, vmCounts }) => [hostCount, ...vmCounts])).toEqual([
      [10_000, 3, 1],
      [3333, 3, 0],
    ]);
    expect(steps.spent).toBeLessThan(20);
  });

  it("has no use for spreading where nothing is kept apart", () => {
    expect(fitsOf(problemOf([vmGroup()], 1)).map(({ isSpread }) => isSpread)).not.toContain(true);
    expect(fitsOf(problemOf([vmGroup({ role: "control-plane" })], 1)).map(({ isSpread }) => isSpread)).toContain(true);
  });
});
