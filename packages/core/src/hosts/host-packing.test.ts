import { describe, expect, it } from "vitest";
import { packOnHosts } from "./host-packing.ts";
import type { VmGroup } from "./vm-group.ts";

const group = (more: Partial<VmGroup>): VmGroup => ({
  clusterName: "alpha",
  role: "workload",
  vmCount: 1,
  vcpu: 1,
  memoryGiB: 10,
  diskGiB: 0,
  surgeCount: 0,
  ...more,
});
const capacity = { vcpu: 20, memoryGiB: 100 };

describe("whole VMs on hosts", () => {
  it("does not split a VM: two of 60 GiB fill two hosts of 100", () => {
    const groups = [group({ vmCount: 2, memoryGiB: 60 })];
    expect(packOnHosts(groups, null, 1, capacity)).toBeNull();
    expect(packOnHosts(groups, null, 2, capacity)?.map(({ memoryGiB }) => memoryGiB)).toEqual([60, 60]);
  });

  it("takes the largest first, each to the host that it leaves the least", () => {
    // 70, 50, 40, 30: 70 | 50; 40 only beside 50 → 90; 30 only beside 70 → 100
    const groups = [30, 40, 50, 70].map((memoryGiB) => group({ memoryGiB, clusterName: `c${memoryGiB}` }));
    expect(packOnHosts(groups, null, 2, capacity)?.map(({ memoryGiB }) => memoryGiB)).toEqual([100, 90]);
  });

  it("fills vCPU to the last one, and not beyond", () => {
    expect(packOnHosts([group({ vmCount: 2, vcpu: 10 })], null, 1, capacity)).toHaveLength(1);
    expect(packOnHosts([group({ vmCount: 2, vcpu: 11 })], null, 1, capacity)).toBeNull();
  });

  it("keeps the control plane of a cluster apart, two sizes of it too", () => {
    const groups = [
      group({ role: "control-plane", vmCount: 2 }),
      group({ role: "control-plane", vmCount: 1, memoryGiB: 20 }),
    ];
    expect(packOnHosts(groups, null, 3, capacity)?.map(({ vmCount }) => vmCount)).toEqual([1, 1, 1]);
  });

  it("spreads it as evenly as it can over fewer hosts than nodes", () => {
    const groups = [group({ role: "control-plane", vmCount: 3 })];
    const counts = packOnHosts(groups, null, 2, capacity)?.map(({ vmCount }) => vmCount);
    expect(counts?.sort()).toEqual([1, 2]);
  });

  it("puts control planes of different clusters, and workers, on one host", () => {
    const groups = ["a", "b"].map((clusterName) => group({ clusterName, role: "control-plane" }));
    const [host] = packOnHosts([...groups, group({ vmCount: 3 })], null, 1, capacity) ?? [];
    expect(host).toMatchObject({ vmCount: 5, vcpu: 5, memoryGiB: 50 });
  });

  it("keeps room for an upgrade, which need not be apart", () => {
    const nodes = group({ role: "control-plane", vmCount: 2, memoryGiB: 40 });
    const placed = packOnHosts([nodes], { ...nodes, vmCount: 1 }, 2, capacity);
    const [fuller, other] = placed?.toSorted((a, b) => b.memoryGiB - a.memoryGiB) ?? [];
    expect([fuller?.memoryGiB, other?.memoryGiB]).toEqual([80, 40]);
    expect(fuller?.vms.map(({ isSurge, vmCount }) => [isSurge, vmCount])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(packOnHosts([nodes], { ...nodes, vmCount: 3 }, 2, capacity)).toBeNull();
  });

  it("does not depend on the order of the groups", () => {
    const groups = [3, 1, 2].map((n) => group({ clusterName: `c${n}`, vmCount: n, memoryGiB: 10 * n }));
    expect(packOnHosts(groups.toReversed(), null, 3, capacity)).toEqual(packOnHosts(groups, null, 3, capacity));
  });
});
