import { describe, expect, it } from "vitest";
import { onlyHosts, onOneHostCluster } from "../../../../../test/support/hosts.ts";
import { fleetOf, pods, toyContext } from "../../../../../test/support/toy.ts";
import type { Settings } from "../../input/parameters.ts";
import { operatingModels } from "../../models/index.ts";
import type { OperatingModel } from "../../models/operating-model.ts";
import { structureOf } from "../../plan/plan.ts";
import type { VmGroup } from "./vm-group.ts";

const nodes = (vmCount: number, memoryGiB: number): VmGroup => ({
  clusterName: "alpha",
  role: "workload",
  vmCount,
  vcpu: 1,
  memoryGiB,
  diskGiB: 10,
  surgeCount: 0,
});

// Toy hosts: 20 vCPU, 100 GiB; one spare. Prism Central x-small: 2/8, 10 hosts; small: 4/16, 100 hosts.
const infrastructure = (groups: readonly VmGroup[], settings: Settings = {}, claimsGiB = 0) => {
  const { catalog, choices } = toyContext({ "nkp-deployment": "command", ...settings });
  return onOneHostCluster(groups, claimsGiB, { catalog, choices });
};

describe("hosts with a Prism Central on them", () => {
  it("are none for nothing", () => {
    expect(infrastructure([])).toMatchObject({ hosts: { hostCount: 0 }, prismCentral: null });
  });

  it("carry it beside the nodes, and count it among the VMs", () => {
    // 49 × 10 = 490 GiB on 5 hosts, + 1; with 8 more 498 still fit
    const { hosts, prismCentral } = infrastructure([nodes(49, 10)]);
    expect(hosts).toMatchObject({ hostCount: 6, demand: { memoryGiB: 498 } });
    expect(prismCentral).toMatchObject({ size: { id: "x-small" } });
    expect(prismCentral?.lines.map(({ value }) => value)).toEqual([1, 6, 50]);
  });

  it("are more where it finds no room", () => {
    // 50 × 10 fill 5 hosts; 8 GiB more ask for a sixth, + 1
    expect(infrastructure([nodes(50, 10)]).hosts.hostCount).toBe(7);
  });

  it("settle where more hosts ask for a larger one", () => {
    // 9 × 100 = 9 hosts + 1: x-small; its 8 GiB make 11 hosts, more than it looks after: small, still on 11
    const { hosts, prismCentral } = infrastructure([nodes(9, 100)]);
    expect(hosts).toMatchObject({ hostCount: 11, demand: { memoryGiB: 916 } });
    expect(prismCentral).toMatchObject({
      size: { id: "small" },
      reason: "x-small looks after at most 10 hosts, not 11.",
    });
  });

  it("keep its three VMs apart", () => {
    const { hosts } = infrastructure([nodes(1, 10)], { "prism-central-deployment": "3-vm" });
    const own = hosts.loads.map(({ vms }) => vms.filter(({ role }) => role === "prism-central"));
    expect(own.map((vms) => vms.map(({ vmCount }) => vmCount))).toEqual([[1], [1], [1]]);
  });
});

describe("hosts under planned clusters", () => {
  const hostsOf = (podCount: number, settings: Settings) => {
    const fleet = fleetOf({ workloads: [pods(podCount, "1", "1Gi")] });
    const { infrastructure, findings } = structureOf(fleet, operatingModels[0] as OperatingModel, toyContext(settings));
    return { hosts: onlyHosts(infrastructure).hosts, codes: findings.map(({ code }) => code) };
  };

  it("are not packed where a cluster does not run as asked, so that a million pods take no time", () => {
    const { hosts, codes } = hostsOf(1_000_000, { "nodes-per-cluster": "5000" });
    expect(codes).toContain("cluster-too-large");
    expect(hosts).toMatchObject({ isPacked: false, loads: [], loadsAfterFailure: [] });
    expect(hosts.hostCount).toBe(hosts.lowerBoundHostCount);
  });

  it("are packed where it does", () => {
    const { hosts, codes } = hostsOf(10, {});
    expect(codes).toEqual([]);
    expect(hosts.isPacked).toBe(true);
    expect(hosts.loads).toHaveLength(hosts.hostCount);
  });

  it("are listed where they carry a VM: data alone may ask for a million of them", () => {
    const { hosts } = infrastructure([nodes(2, 10)], {}, 1e10);
    expect(hosts.hostCount).toBeGreaterThan(1e6);
    expect(hosts.loads.length).toBeLessThanOrEqual(3);
  });
});
