import { describe, expect, it } from "vitest";
import { onToyHosts as place, vmGroup } from "../../../../../test/support/hosts.ts";
import { toyContext } from "../../../../../test/support/toy.ts";
import type { NumberLine } from "../../input/number-line.ts";
import { hostProfileOf } from "../host-capacity/host-capacity.ts";
import { lowerBoundText, placeOnHosts } from "./hosts.ts";
import type { VmGroup } from "./vm-group.ts";

const group = (more: Partial<VmGroup>) => vmGroup({ diskGiB: 100, ...more });

const values = (lines: readonly NumberLine[]) => lines.map(({ value }) => value);

describe("what a host offers", () => {
  it("is what the controller VM leaves, by the ratio and up to the threshold", () => {
    const plan = place([], {
      "host-profile": "32x512x15",
      "host-cvm-vcpu": "8",
      "host-cvm-memory-gib": "32",
      "vcpu-per-core": "3",
      "host-cpu-threshold": "0.95",
      "host-memory-threshold": "0.95",
      "host-storage-threshold": "0.98",
    });
    // (32 − 8) × 3 × 0.95; (512 − 32) × 0.95; 15 × 1024 × 0.98
    expect(plan.usablePerHost).toEqual({ vcpu: 68.4, memoryGiB: 456, storageGiB: 15_052.8 });
    expect(values(plan.lines.usablePerHost.vcpu)).toEqual([96, -24, -3.6]);
    expect(values(plan.lines.usablePerHost.memoryGiB)).toEqual([512, -32, -24]);
    expect(values(plan.lines.usablePerHost.storageGiB)).toEqual([15_360, -307.2]);
  });

  it("is less memory where three copies of data ask the controller VM for more", () => {
    // 120 − 20 − 10
    expect(place([], { "replication-factor": "3" }).usablePerHost.memoryGiB).toBe(90);
  });

  it("names the choice behind each step", () => {
    const [cores] = place([], { "vcpu-per-core": "3" }).lines.usablePerHost.vcpu;
    expect(cores).toMatchObject({ quantity: 12, quantityUnit: "cores", rate: 3, value: 36, confidence: "user" });
  });
});

describe("hosts for a fleet", () => {
  it("are none for nothing", () => {
    expect(place([])).toMatchObject({
      hostCount: 0,
      boundBy: "nothing",
      usedHostCount: 0,
      usedBy: "nothing",
      loads: [],
    });
  });

  it("are bound by memory, with one spare", () => {
    // 41 VMs × 10 GiB = 410 GiB ÷ 100 → 5; + 1. vCPU: 41 ÷ 20 → 3. Storage: 41 × 100 × 2 ÷ 10,240 → 1
    const plan = place([group({ vmCount: 41 })]);
    expect(plan).toMatchObject({ hostCount: 6, boundBy: "memory", spareHostCount: 1 });
    expect(plan).toMatchObject({ cpuHostCount: 3, memoryHostCount: 5, storageHostCount: 1, packingHostCount: 5 });
    expect(plan).toMatchObject({ usedHostCount: 4.1, usedBy: "memory" });
    // on the five left: 410 ÷ 500, 41 ÷ 100, 8200 ÷ 51,200
    expect(plan.utilisation).toEqual({ cpuRatio: 0.41, memoryRatio: 0.82, storageRatio: 0.16015625 });
    expect(values(plan.lines.hosts)).toEqual([5, 1]);
  });

  it("fill a host to the last GiB, and not beyond", () => {
    expect(place([group({ vmCount: 50 })]).hostCount).toBe(6);
    expect(place([group({ vmCount: 51 })]).hostCount).toBe(7);
  });

  it("are bound by vCPU where VMs have much of it", () => {
    // 20 × 5 ÷ 20 → 5, + 1; memory: 200 ÷ 100 → 2
    expect(place([group({ vmCount: 20, vcpu: 5 })])).toMatchObject({ hostCount: 6, boundBy: "cpu", usedHostCount: 5 });
  });

  it("are bound by storage: disks and claims, twice", () => {
    // (1 × 100 + 20,380) × 2 ÷ 10,240 = 4, + 1
    expect(place([group({})], {}, 20_380)).toMatchObject({ hostCount: 5, boundBy: "storage", storageHostCount: 4 });
    expect(place([group({})], {}, 20_381).hostCount).toBe(6);
    expect(values(place([group({})], {}, 20_380).lines.demand.storageGiB)).toEqual([100, 20_380, 20_480]);
  });

  it("take the factor of erasure coding in place of the copies, and its least number of hosts", () => {
    // 20,480 × 1.25 ÷ 10,240 = 2.5 → 3, + 1; never fewer than 6
    const plan = place([group({})], { "erasure-coding": "4-1" }, 20_380);
    expect(plan).toMatchObject({ hostCount: 6, boundBy: "minimum", storageHostCount: 3 });
    expect(values(plan.lines.hosts)).toEqual([3, 1, 2]);
  });

  it("are bound by packing where VMs cannot be split", () => {
    // four of 60 GiB: 240 ÷ 100 → 3 by their sum, one a host → 4; + 1
    const plan = place([group({ vmCount: 4, memoryGiB: 60 })]);
    expect(plan).toMatchObject({ hostCount: 5, boundBy: "packing", memoryHostCount: 3, packingHostCount: 4 });
  });

  it("are as many as control plane nodes that stand for each other", () => {
    const plan = place([group({ role: "control-plane", vmCount: 5 })]);
    expect(plan).toMatchObject({ hostCount: 5, boundBy: "separation", separationHostCount: 5 });
    expect(plan.loads.map(({ vmCount }) => vmCount)).toEqual([1, 1, 1, 1, 1]);
    // four are left for five: one of them carries two
    expect(plan.loadsAfterFailure.map(({ vmCount }) => vmCount).sort()).toEqual([1, 1, 1, 2]);
  });

  it("take small VMs beside large ones, whichever resource binds", () => {
    // 13 VMs of 13 vCPU, one a host; two of 4 vCPU find room beside them: 13, + 1. By memory, 5 GiB come before 3.
    const few = [
      group({ vmCount: 13, vcpu: 13, memoryGiB: 3 }),
      group({ clusterName: "b", vmCount: 2, vcpu: 4, memoryGiB: 5 }),
    ];
    expect(place(few)).toMatchObject({ hostCount: 14, lowerBoundHostCount: 14, cpuHostCount: 9, packingHostCount: 13 });
    // 11 of 11 vCPU and eight of 2, of which four fit beside one of them: 11, + 1
    const more = [
      group({ vmCount: 11, vcpu: 11, memoryGiB: 4 }),
      group({ clusterName: "b", vmCount: 8, vcpu: 2, memoryGiB: 11 }),
    ];
    expect(place(more)).toMatchObject({ hostCount: 12, lowerBoundHostCount: 12 });
    // 6 of 13 vCPU and a seventh while they are upgraded, three of 6 beside them: 7, + 1
    const upgraded = [
      group({ vmCount: 6, vcpu: 13, memoryGiB: 5, surgeCount: 1 }),
      group({ clusterName: "b", vmCount: 3, vcpu: 6, memoryGiB: 6 }),
    ];
    expect(place(upgraded)).toMatchObject({ hostCount: 8, lowerBoundHostCount: 8 });
  });

  it("are few for a small fleet: workers leave room for control plane nodes that must not share a host", () => {
    // 3 × 6 + 2 × 5 + 6 = 34 vCPU and 3 × 16 + 2 × 20 + 20 = 108 GiB fit on two hosts: 6 + 6 + 5 and 6 + 5 + 6; + 1.
    // With both workers and their upgrade, 15 vCPU, on one host, no control plane node fits there any more.
    const plan = place([
      group({ role: "control-plane", vmCount: 3, vcpu: 6, memoryGiB: 16, surgeCount: 1 }),
      group({ vmCount: 2, vcpu: 5, memoryGiB: 20, surgeCount: 1 }),
    ]);
    expect(plan).toMatchObject({ hostCount: 3, lowerBoundHostCount: 3 });
    const counts = plan.loadsAfterFailure.map(({ vms }) => vms.find(({ role }) => role === "control-plane")?.vmCount);
    expect(counts.sort()).toEqual([1, 2]);
  });

  it("are counted by sums and bounds alone where nothing is placed", () => {
    const { catalog, choices } = toyContext();
    const context = { catalog, choices, hostProfile: hostProfileOf(choices), isPacked: false };
    // four of 60 GiB: 3 hosts by their sum, 4 since no two share one; + 1
    const plan = placeOnHosts([group({ vmCount: 4, memoryGiB: 60 })], 0, context);
    expect(plan).toMatchObject({ hostCount: 5, lowerBoundHostCount: 5, boundBy: "packing", isPacked: false });
    expect([plan.loads, plan.loadsAfterFailure]).toEqual([[], []]);
    expect(lowerBoundText(plan)).toBe(
      "VMs are not placed, as the fleet does not run as asked: by sums and bounds alone no placement has fewer than 5",
    );
    expect(lowerBoundText(place([group({})]))).toBe("no placement has fewer than 3");
  });

  it("have no spare, or two, as chosen", () => {
    const groups = [group({ vmCount: 41 })];
    expect(place(groups, { "host-spare": "0" }).hostCount).toBe(5);
    expect(place(groups, { "host-spare": "2", "replication-factor": "3" }).hostCount).toBe(7);
  });

  it("have room for an upgrade of the largest VM, as many as are upgraded at once", () => {
    const groups = [group({ vmCount: 46, surgeCount: 1 }), group({ memoryGiB: 40, surgeCount: 1 })];
    // 460 + 40 = 500 fills five hosts; with 40 more they are six, + 1
    expect(place(groups, { "simultaneous-upgrades": "0" }).hostCount).toBe(6);
    expect(place(groups).hostCount).toBe(7);
    expect(place(groups).lines.demand.memoryGiB.at(-1)).toMatchObject({ quantity: 1, rate: 40, value: 40 });
    // 500 + 4 × 40 = 660
    expect(place(groups, { "simultaneous-upgrades": "4" }).memoryHostCount).toBe(7);
  });

  it("leave out a VM that no host can carry, and say so", () => {
    const plan = place([group({ memoryGiB: 101 }), group({ clusterName: "beta", vcpu: 20, memoryGiB: 100 })]);
    expect(plan.vmsTooLarge).toMatchObject([{ clusterName: "alpha", memoryGiB: 101 }]);
    expect(plan.demand.memoryGiB).toBe(100);
  });

  it("know how many may fail before data is lost", () => {
    expect(place([group({})], { "host-spare": "2" }).failuresToleratedCount).toBe(1);
    expect(place([group({})], { "host-spare": "2", "replication-factor": "3" }).failuresToleratedCount).toBe(2);
  });
});

describe("hosts for GPUs", () => {
  const gpus = (vmCount: number, gpuCount: number, more: Partial<VmGroup> = {}) =>
    group({ vmCount, gpuCount, poolName: "gpu", diskGiB: 1, ...more });
  const four = { "host-gpus": "4" };

  it("are as many as have them, with one spare", () => {
    // 10 VMs × 2 = 20 GPUs ÷ 4 → 5; + 1. Memory: 10 × 10 ÷ 100 → 1. vCPU: 10 ÷ 20 → 1
    const plan = place([gpus(10, 2)], four);
    expect(plan).toMatchObject({ hostCount: 6, lowerBoundHostCount: 6, boundBy: "gpu", gpuHostCount: 5 });
    expect(plan).toMatchObject({ usedHostCount: 5, usedBy: "gpu", demand: { gpuCount: 20 } });
    // on the five left: 20 ÷ 20
    expect(plan.utilisation).toMatchObject({ gpuRatio: 1, memoryRatio: 0.2 });
    expect(plan.loadsAfterFailure.map(({ gpuCount }) => gpuCount)).toEqual([4, 4, 4, 4, 4]);
    expect(values(plan.lines.hosts)).toEqual([5, 1]);
  });

  it("are more where VMs do not share a host's GPUs without a rest", () => {
    // 3 of 4 each: no two of them share a host. 4 × 3 ÷ 4 → 3 by the sum, but 4 for whole VMs; + 1
    expect(place([gpus(4, 3)], four)).toMatchObject({
      ...{ hostCount: 5, lowerBoundHostCount: 5, boundBy: "packing", gpuHostCount: 3, packingHostCount: 4 },
    });
  });

  it("keep GPUs for an upgrade too", () => {
    // 8 × 2 and one more while they are upgraded: 18 ÷ 4 → 5, + 1
    expect(place([gpus(8, 2, { surgeCount: 1 })], four)).toMatchObject({ hostCount: 6, gpuHostCount: 5 });
    expect(place([gpus(8, 2)], four)).toMatchObject({ hostCount: 5, gpuHostCount: 4 });
  });

  it("name what no host has, and count the rest", () => {
    const [large, plain] = [gpus(1, 5), group({ vmCount: 10 })];
    const plan = place([large, plain], four);
    expect(plan.vmsTooLarge).toEqual([large]);
    expect(plan).toMatchObject({ hostCount: 3, gpuHostCount: 0 });
    expect(place([gpus(1, 1), plain]).vmsTooLarge).toHaveLength(1);
  });

  it("are not spoken of where no VM has any", () => {
    const plan = place([group({ vmCount: 10 })], four);
    expect(plan.usablePerHost).not.toHaveProperty("gpuCount");
    expect(plan.utilisation).not.toHaveProperty("gpuRatio");
    expect(plan.loads.every((load) => !("gpuCount" in load))).toBe(true);
  });
});
