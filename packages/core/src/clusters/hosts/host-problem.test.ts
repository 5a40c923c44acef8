import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { OneHost, packingProblem, shareOf } from "./host-problem.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

const problemOf = (groups: readonly VmGroup[], hostCount: number, vcpu = 20) =>
  packingProblem(vmClassesOf(groups, null), hostCount, unitsOf({ vcpu, memoryGiB: 100 }));
const controlPlane = (clusterName: string, vmCount: number) =>
  vmGroup({ clusterName, role: "control-plane", vmCount, vcpu: 2 });

describe("what a host has only so much of", () => {
  it("is what VMs can take: those of 2 and 4 vCPU at most 68 of 68.4", () => {
    const groups = [vmGroup({ vcpu: 2 }), vmGroup({ vcpu: 4 })];
    expect(problemOf(groups, 1, 68.4).vcpu.quantity).toBe(68_000_000_000);
    expect(problemOf([...groups, vmGroup({ vcpu: 0.2 })], 1, 68.4).vcpu.quantity).toBe(68_400_000_000);
  });

  it("is places for VMs that are kept apart: two clusters' threes on two hosts, 2 × ⌈3 ÷ 2⌉ = 4", () => {
    const places = (hostCount: number) =>
      problemOf([controlPlane("a", 3), controlPlane("b", 3)], hostCount)
        .limits.map(({ quantity }) => quantity)
        .at(-1);
    expect([1, 2, 3, 4].map(places)).toEqual([6, 4, 2, 2]);
  });

  it("is taken by each VM that is put there, and given back", () => {
    const problem = problemOf([controlPlane("a", 3), vmGroup({ vmCount: 9, vcpu: 4, memoryGiB: 20 })], 2);
    const [workers, own] = [0, 1];
    expect(shareOf(problem.vcpu, workers)).toBe(4 / 20);
    const host = new OneHost(problem);
    expect([host.roomFor(workers), host.roomFor(own)]).toEqual([5, 2]);
    host.add(workers, 4);
    // 4 vCPU and 20 GiB are left
    expect([host.roomFor(workers), host.roomFor(own)]).toEqual([1, 2]);
    host.add(own, 1);
    expect([host.roomFor(workers), host.roomFor(own), host.vmCounts]).toEqual([0, 1, [4, 1]]);
    host.add(workers, -4);
    host.add(own, -1);
    const empty = new OneHost(problem);
    expect([host.vmCounts, host.free]).toEqual([empty.vmCounts, empty.free]);
  });
});
