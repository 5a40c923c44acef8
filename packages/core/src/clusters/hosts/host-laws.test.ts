import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostSettings, onToyHosts, plainRules, vmGroup, vmGroups } from "../../../../../test/support/hosts.ts";
import { sumOfLines, tidy } from "../../input/number-line.ts";
import type { Settings } from "../../input/parameters.ts";
import type { HostPlan } from "./hosts.ts";
import { isKeptApart, setOf, surgesOf, type VmGroup } from "./vm-group.ts";

const many = { numRuns: 300 };
const claims = fc.integer({ min: 0, max: 100_000 });

/** A fleet on toy hosts, with the VMs that a host can carry and the upgrades that room is kept for. */
function planned(groups: readonly VmGroup[], settings: Settings, claimsGiB = 0) {
  const plan = onToyHosts(groups, settings, claimsGiB);
  const { vcpu, memoryGiB, gpuCount = 0 } = plan.usablePerHost;
  const fitting = groups.filter(
    (one) => one.vmCount > 0 && one.vcpu <= vcpu && one.memoryGiB <= memoryGiB && (one.gpuCount ?? 0) <= gpuCount,
  );
  return { plan, fitting, surges: surgesOf(fitting, Number(settings["simultaneous-upgrades"])) };
}

/** With all hosts, and with the spare ones down. */
const bothLoads = ({ loads, loadsAfterFailure }: HostPlan) => [loads, loadsAfterFailure];
const vmCountOf = (all: readonly { readonly vmCount: number }[]) => all.reduce((sum, { vmCount }) => sum + vmCount, 0);

describe("whatever the VMs, their placement", () => {
  it("has one place for each of them and for the upgrade, on no more hosts than are counted", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, claims, (groups, settings, claimsGiB) => {
        const { plan, fitting, surges } = planned(groups, settings, claimsGiB);
        const left = plan.hostCount === 0 ? 0 : plan.hostCount - plan.spareHostCount;
        expect(plan.loads.length).toBeLessThanOrEqual(plan.hostCount);
        expect(plan.loadsAfterFailure.length).toBeLessThanOrEqual(left);
        for (const loads of bothLoads(plan)) {
          const placed = loads.flatMap(({ vms }) => vms);
          for (const set of new Set(fitting.map(setOf))) {
            const vms = placed.filter((one) => !one.isSurge && setOf(one) === set);
            expect(vmCountOf(vms)).toBe(vmCountOf(fitting.filter((one) => setOf(one) === set)));
          }
          expect(vmCountOf(placed.filter(({ isSurge }) => isSurge))).toBe(surges[0]?.vmCount ?? 0);
          expect([...loads, ...placed].every(({ vmCount }) => vmCount > 0)).toBe(true);
        }
      }),
      many,
    );
  });

  it("asks no host for more than it offers", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, claims, (groups, settings, claimsGiB) => {
        const { plan } = planned(groups, settings, claimsGiB);
        for (const { vcpu, memoryGiB, gpuCount = 0 } of bothLoads(plan).flat()) {
          expect(gpuCount).toBeLessThanOrEqual(plan.usablePerHost.gpuCount ?? 0);
          expect(vcpu).toBeLessThanOrEqual(plan.usablePerHost.vcpu);
          expect(memoryGiB).toBeLessThanOrEqual(plan.usablePerHost.memoryGiB);
        }
        const left = Math.max(0, plan.hostCount - plan.spareHostCount);
        expect(plan.demand.storageGiB).toBeLessThanOrEqual(left * plan.usablePerHost.storageGiB);
      }),
      many,
    );
  });

  it("keeps VMs apart that stand for each other, and after a failure as far as the hosts suffice", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, claims, (groups, settings, claimsGiB) => {
        const { plan, fitting } = planned(groups, settings, claimsGiB);
        for (const loads of bothLoads(plan)) {
          for (const set of new Set(fitting.filter(isKeptApart).map(setOf))) {
            const most = Math.ceil(vmCountOf(fitting.filter((one) => setOf(one) === set)) / loads.length);
            for (const { vms } of loads) {
              const together = vmCountOf(vms.filter((one) => !one.isSurge && setOf(one) === set));
              expect(together).toBeLessThanOrEqual(most);
            }
          }
        }
        expect(plan.hostCount).toBeGreaterThanOrEqual(plan.separationHostCount);
      }),
      many,
    );
  });

  it("is the same in any order of the groups", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, claims, (groups, settings, claimsGiB) => {
        const { lines: _, vmsTooLarge: __, ...forwards } = planned(groups, settings, claimsGiB).plan;
        const { lines: ___, vmsTooLarge: ____, ...backwards } = planned(groups.toReversed(), settings, claimsGiB).plan;
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});

describe("whatever the VMs, the number of hosts", () => {
  it("is no less than any rule asks, and the sum of its lines", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, claims, (groups, settings, claimsGiB) => {
        const { plan } = planned(groups, settings, claimsGiB);
        for (const size of ["vcpu", "memoryGiB", "storageGiB"] as const) {
          expect(sumOfLines(plan.lines.usablePerHost[size])).toBe(plan.usablePerHost[size]);
          expect(sumOfLines(plan.lines.demand[size])).toBe(plan.demand[size]);
        }
        for (const { quantity, rate, value } of plan.lines.demand.storageGiB)
          expect(value).toBe(tidy(quantity * (rate ?? 1)));
        expect(sumOfLines(plan.lines.hosts)).toBe(plan.hostCount);
        const { cpuHostCount, memoryHostCount, storageHostCount, gpuHostCount, packingHostCount } = plan;
        const sums = Math.max(cpuHostCount, memoryHostCount, storageHostCount, gpuHostCount);
        expect(plan.lowerBoundHostCount).toBeGreaterThanOrEqual(sums === 0 ? 0 : sums + plan.spareHostCount);
        expect(plan.hostCount).toBeGreaterThanOrEqual(plan.lowerBoundHostCount);
        expect(plan.hostCount).toBeGreaterThanOrEqual(
          packingHostCount === 0 ? 0 : packingHostCount + plan.spareHostCount,
        );
        expect(plan.usedHostCount).toBeLessThanOrEqual(plan.hostCount);
      }),
      many,
    );
  });

  it.each(Object.entries(plainRules))("is never above that of %s", (_, packs) => {
    fc.assert(
      fc.property(vmGroups, hostSettings, (groups, settings) => {
        const { plan, fitting, surges } = planned(groups, settings);
        const { cpuHostCount, memoryHostCount, storageHostCount, gpuHostCount, spareHostCount } = plan;
        const sums = Math.max(cpuHostCount, memoryHostCount, storageHostCount, gpuHostCount);
        const suffices = (count: number) =>
          (surges.length === 0 ? [null] : surges).every((surge) => packs(fitting, surge, count, plan.usablePerHost));
        const least = Math.max(sums + spareHostCount, plan.separationHostCount, plan.minimumHostCount);
        for (let count = least; count < plan.hostCount; count += 1)
          expect(suffices(count) && suffices(count - spareHostCount), `${count} hosts`).toBe(false);
      }),
      many,
    );
  });

  it("is proven to be the least in each of a thousand cases", () => {
    const counts = fc.sample(fc.tuple(vmGroups, hostSettings), { numRuns: 1000, seed: 1 }).map(([groups, settings]) => {
      const { hostCount, lowerBoundHostCount } = planned(groups, settings).plan;
      return hostCount - lowerBoundHostCount;
    });
    expect(counts.filter((above) => above > 0)).toEqual([]);
  });

  it("does not fall with a further worker, nor rise on larger hosts", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, (groups, settings) => {
        const { hostCount, lowerBoundHostCount } = planned(groups, settings).plan;
        fc.pre(hostCount === lowerBoundHostCount);
        const more = planned([...groups, vmGroup({ clusterName: "z", vcpu: 7, memoryGiB: 30 })], settings).plan;
        expect(more.hostCount).toBeGreaterThanOrEqual(hostCount);
      }),
    );
    fc.assert(
      fc.property(vmGroups, hostSettings, (groups, settings) => {
        const { plan, fitting } = planned(groups, settings);
        const larger = planned(fitting, { ...settings, "host-profile": "15x140x10" }).plan;
        fc.pre(larger.hostCount === larger.lowerBoundHostCount);
        expect(larger.hostCount).toBeLessThanOrEqual(plan.hostCount);
      }),
    );
  });
});
