import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyContext } from "../../../../test/support/toy.ts";
import type { Settings } from "../parameters.ts";
import { type StageLine, sumOfLines, tidy } from "../stage-line.ts";
import { hostProfileOf } from "./host-capacity.ts";
import type { HostLoad } from "./host-packing.ts";
import { type HostPlan, placeOnHosts } from "./hosts.ts";
import type { VmGroup } from "./vm-group.ts";

const group = (more: Partial<VmGroup>): VmGroup => ({
  clusterName: "alpha",
  role: "workload",
  vmCount: 1,
  vcpu: 1,
  memoryGiB: 10,
  diskGiB: 100,
  surgeCount: 0,
  ...more,
});

/** On toy hosts: 20 vCPU, 100 GiB and 10,240 GiB raw each; two copies, one host spare, at least three. */
function place(groups: readonly VmGroup[], settings: Settings = {}, claimsGiB = 0): HostPlan {
  const { catalog, choices } = toyContext(settings);
  return placeOnHosts(groups, claimsGiB, { catalog, choices, hostProfile: hostProfileOf(choices) });
}

const values = (lines: readonly StageLine[]) => lines.map(({ value }) => value);

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

describe("whatever the fleet", () => {
  const role = fc.constantFrom("control-plane", "platform", "workload", "prism-central");
  const fleet = fc.uniqueArray(
    fc.record({
      clusterName: fc.constantFrom("a", "b", "c", "d"),
      role: role as fc.Arbitrary<VmGroup["role"]>,
      vmCount: fc.integer({ min: 0, max: 12 }),
      vcpu: fc.integer({ min: 1, max: 22 }),
      memoryGiB: fc.integer({ min: 1, max: 110 }),
      diskGiB: fc.integer({ min: 1, max: 500 }),
      surgeCount: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 8, selector: ({ clusterName, role: which }) => `${clusterName}/${which}` },
  );
  const settings = fc.record({
    "host-spare": fc.constantFrom("0", "1", "2"),
    "replication-factor": fc.constantFrom("2", "3"),
    "simultaneous-upgrades": fc.constantFrom("0", "1", "2"),
    "host-memory-threshold": fc.constantFrom("1", "0.95"),
  });
  const cases = [fleet, settings, fc.integer({ min: 0, max: 100_000 })] as const;

  it("every VM has one host, and no host carries more than it offers", () => {
    fc.assert(
      fc.property(...cases, (groups, chosen, claimsGiB) => {
        const plan = place(groups, chosen, claimsGiB);
        const { usablePerHost: usable } = plan;
        const fitting = groups.filter(({ vcpu, memoryGiB }) => vcpu <= usable.vcpu && memoryGiB <= usable.memoryGiB);
        const vmCount = fitting.reduce((sum, one) => sum + one.vmCount, 0);
        const left = plan.hostCount === 0 ? 0 : plan.hostCount - plan.spareHostCount;
        expect(plan.loads).toHaveLength(plan.hostCount);
        expect(plan.loadsAfterFailure).toHaveLength(left);
        for (const loads of [plan.loads, plan.loadsAfterFailure]) {
          expect(placed(loads).reduce((sum, one) => sum + (one.isSurge ? 0 : one.vmCount), 0)).toBe(vmCount);
          for (const load of loads) {
            expect(load.memoryGiB).toBeLessThanOrEqual(usable.memoryGiB);
            expect(load.vcpu).toBeLessThanOrEqual(usable.vcpu);
          }
        }
        expect(plan.demand.storageGiB).toBeLessThanOrEqual(left * usable.storageGiB);
      }),
    );
  });

  it("VMs that stand for each other are on hosts of their own, after a failure too where hosts suffice", () => {
    fc.assert(
      fc.property(...cases, (groups, chosen, claimsGiB) => {
        const plan = place(groups, chosen, claimsGiB);
        for (const loads of [plan.loads, plan.loadsAfterFailure]) {
          for (const one of placed(loads)) {
            if (one.isSurge || !["control-plane", "prism-central"].includes(one.role)) continue;
            const size = groups.find((g) => g.clusterName === one.clusterName && g.role === one.role)?.vmCount ?? 0;
            expect(one.vmCount).toBeLessThanOrEqual(Math.ceil(size / loads.length));
          }
        }
        expect(plan.hostCount).toBeGreaterThanOrEqual(plan.separationHostCount);
      }),
    );
  });

  it("the lines sum to the figures, and the hosts are no fewer than any rule asks", () => {
    fc.assert(
      fc.property(...cases, (groups, chosen, claimsGiB) => {
        const plan = place(groups, chosen, claimsGiB);
        for (const size of ["vcpu", "memoryGiB", "storageGiB"] as const) {
          expect(sumOfLines(plan.lines.usablePerHost[size])).toBe(plan.usablePerHost[size]);
          expect(sumOfLines(plan.lines.demand[size])).toBe(plan.demand[size]);
        }
        for (const { quantity, rate, value } of plan.lines.demand.storageGiB)
          expect(value).toBe(tidy(quantity * (rate ?? 1)));
        expect(sumOfLines(plan.lines.hosts)).toBe(plan.hostCount);
        const { cpuHostCount, memoryHostCount, storageHostCount, packingHostCount } = plan;
        const needed = Math.max(cpuHostCount, memoryHostCount, storageHostCount, packingHostCount);
        expect(plan.hostCount).toBeGreaterThanOrEqual(needed === 0 ? 0 : needed + plan.spareHostCount);
        expect(plan.usedHostCount).toBeLessThanOrEqual(plan.hostCount);
      }),
    );
  });

  it("the order of the groups changes no number", () => {
    fc.assert(
      fc.property(...cases, (groups, chosen, claimsGiB) => {
        const numbers = ({ hostCount, boundBy, usedHostCount, utilisation, loads }: HostPlan) => ({
          hostCount,
          boundBy,
          usedHostCount,
          utilisation,
          memoryGiB: loads.map(({ memoryGiB }) => memoryGiB),
        });
        expect(numbers(place(groups.toReversed(), chosen, claimsGiB))).toEqual(
          numbers(place(groups, chosen, claimsGiB)),
        );
      }),
    );
  });
});

function placed(loads: readonly HostLoad[]): readonly HostLoad["vms"][number][] {
  return loads.flatMap(({ vms }) => vms);
}
