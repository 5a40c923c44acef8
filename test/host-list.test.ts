import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { type HostPlan, hostPlacementOf, operatingModels, structureOf, type VmGroup } from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placementFaults } from "./support/host-check.ts";
import { hostLoad, hostSettings, onlyHosts, onToyHosts, plainRules, vmGroup, vmGroups } from "./support/hosts.ts";

const fittingOf = (groups: readonly VmGroup[], { usablePerHost: { vcpu, memoryGiB, gpuCount: gpus = 0 } }: HostPlan) =>
  groups.filter(
    ({ gpuCount = 0, ...one }) => one.vmCount > 0 && one.vcpu <= vcpu && one.memoryGiB <= memoryGiB && gpuCount <= gpus,
  );
const faultsOf = (groups: readonly VmGroup[], hosts: HostPlan, placement = hostPlacementOf(hosts)) =>
  placementFaults(fittingOf(groups, hosts), hosts, placement);

/** One resource decides the order, both have to fit: the count of a plain rule is no proof, only a number to stay below. */
const ONE_RESOURCE = ["first-fit decreasing by vCPU", "first-fit decreasing by memory"];

describe("a list of hosts, checked by rules of its own", () => {
  it("has no fault on random fleets: nothing too full, every VM once, apart, and after every loss", () => {
    fc.assert(
      fc.property(vmGroups, hostSettings, (groups, settings) => {
        expect(faultsOf(groups, onToyHosts(groups, settings))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each(operatingModels.map((model) => [model.id, model] as const))("has none on the example by %s", (_, model) => {
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
    const { clusters, infrastructure } = structureOf(exampleFleet, model, context);
    const { hosts, prismCentral } = onlyHosts(infrastructure);
    const nodes = clusters.flatMap(({ name, pools }) =>
      pools.map(({ role, shape, nodeCount }) =>
        vmGroup({ clusterName: name, role, vmCount: nodeCount, vcpu: shape.vcpu, memoryGiB: shape.memoryGiB }),
      ),
    );
    const groups = [...nodes, ...(prismCentral === null ? [] : [prismCentral.group])];
    expect(faultsOf(groups, hosts)).toEqual([]);
    expect(hostPlacementOf(hosts).losses.map(({ end }) => end)).not.toContain("moves");
    for (const rule of ONE_RESOURCE) {
      const packs = plainRules[rule] as (typeof plainRules)[string];
      const surge = hosts.upgrades[0] ?? null;
      const suffices = (count: number) => packs(groups, surge, count, hosts.usablePerHost);
      const left = hosts.hostCount - hosts.spareHostCount;
      expect(suffices(left - 1), `${rule}: ${left - 1} hosts`).toBe(false);
    }
  });

  it("finds what is wrong with a list that was tampered with", () => {
    const groups = [vmGroup({ role: "control-plane", vmCount: 3, memoryGiB: 40 })];
    const hosts = onToyHosts(groups);
    const placement = hostPlacementOf(hosts);
    const two = hostLoad(vmGroup({ role: "control-plane", vmCount: 2, memoryGiB: 40 }));
    const three = hostLoad(vmGroup({ role: "control-plane", vmCount: 3, memoryGiB: 40 }));
    const [first] = placement.loads;
    expect(first).toBeDefined();
    const tampered = (loads: typeof placement.loads) => faultsOf(groups, hosts, { ...placement, loads }).join("; ");
    expect(tampered([two, first ?? two])).toContain("host 1 has 2 of alpha control-plane, not 1");
    expect(tampered([three])).toContain("host 1 has 120 GiB");
    expect(tampered(placement.loads.slice(1))).toContain("not every VM is on a host once");
    const [loss, ...others] = placement.losses;
    const unmoved = loss === undefined ? others : [{ ...loss, restarts: [] }, ...others];
    expect(faultsOf(groups, hosts, { ...placement, losses: unmoved })).toEqual([
      "host 1 lost: not every VM starts again",
    ]);
  });
});
