import { presets, sources, typicalApplications, workloadLibrary } from "@nkp-planner/catalog";
import { demandOf, gibOf, parseFleet, type Workload, workloadOfComponent } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { type RawTotals, readWorkloadsDataset } from "../../packages/catalog/scripts/convert/workloads-dataset.ts";

const dataset = readWorkloadsDataset(new URL("../../packages/catalog/dataset/workload-presets.json", import.meta.url));
const components = [...typicalApplications, ...presets].flatMap((owner) => owner.components);

/** What the planner makes of a tenant, in the words of the dataset. */
function totalsOf(workloads: readonly Workload[]): RawTotals {
  const { podCount, requests } = demandOf({ demand: workloads });
  const running = workloads.filter(({ replicas }) => replicas > 0).map((one) => one.requestsPerReplica);
  const podsWithout = (key: "cpu" | "memory") =>
    workloads
      .filter(({ unknownRequests }) => unknownRequests?.includes(key) ?? false)
      .reduce((sum, { replicas }) => sum + replicas, 0);
  return {
    pods: podCount,
    cpuMilli: requests.cpuMillicores,
    memoryBytes: requests.memoryBytes,
    storageGiB: gibOf(requests.storageBytes),
    unsetCpuPods: podsWithout("cpu"),
    unsetMemoryPods: podsWithout("memory"),
    largestPod: {
      cpuMilli: Math.max(...running.map(({ cpuMillicores }) => cpuMillicores)),
      memoryBytes: Math.max(...running.map(({ memoryBytes }) => memoryBytes)),
    },
  };
}

function stated({ lowerBoundOnly: _, ...totals }: RawTotals & { readonly lowerBoundOnly?: boolean }): RawTotals {
  return totals;
}

function workloadsOf(tenant: object): readonly Workload[] {
  const head = { apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-11-23", release: "nkp-2.17.1" };
  const fleet = parseFleet({ ...head, currency: "EUR", tenants: [{ id: "a", ...tenant }] }, "fleet", workloadLibrary);
  return fleet.tenants[0]?.demand as readonly Workload[];
}

describe("typical applications", () => {
  it("are all that the dataset has", () => {
    expect(typicalApplications.map(({ id }) => id)).toEqual(dataset.applications.map(({ id }) => id));
    expect(typicalApplications.length).toBeGreaterThan(30);
  });

  it.each(dataset.applications.map(({ id, totals }) => [id, totals] as const))(
    "%s: sums to its totals",
    (id, totals) => {
      expect(totalsOf(workloadsOf({ applications: [{ application: id }] }))).toEqual(stated(totals));
    },
  );

  it("twice is twice as much, pod for pod", () => {
    for (const { id, totals } of dataset.applications) {
      const twice = totalsOf(workloadsOf({ applications: [{ application: id, count: 2 }] }));
      expect(twice, id).toMatchObject({
        pods: totals.pods * 2,
        cpuMilli: totals.cpuMilli * 2,
        storageGiB: totals.storageGiB * 2,
        largestPod: totals.largestPod,
      });
    }
  });
});

describe("presets", () => {
  it("are S, M, L and XL", () => expect(presets.map(({ id }) => id)).toEqual(["S", "M", "L", "XL"]));

  it.each(Object.entries(dataset.presets))("%s sums to the demand that the dataset states", (id, { demand }) => {
    expect(totalsOf(workloadsOf({ preset: id }))).toEqual(stated(demand));
  });

  it("ask for what their applications ask for, pod for pod", () => {
    for (const { id, components: chosen } of presets) {
      for (const { application, name, requests, volume } of chosen) {
        const typical = typicalApplications.find((one) => one.id === application);
        const origin = typical?.components.find((one) => one.name === name);
        expect({ requests, volume }, `${id} ${application}/${name}`).toEqual({
          requests: origin?.requests,
          volume: origin?.volume,
        });
      }
    }
  });

  it("rest on no unknown request", () => {
    for (const { id, components: chosen } of presets) {
      expect(
        chosen.filter(({ confidence }) => confidence === "unknown"),
        id,
      ).toEqual([]);
    }
  });
});

describe("every component", () => {
  it("cites sources that the bibliography has, each at a commit", () => {
    for (const { name, sources: cited } of [...components, ...typicalApplications]) {
      expect(cited.length, name).toBeGreaterThan(0);
      for (const id of cited) expect(sources.get(id)?.href, id).toMatch(/\/(blob|tree)\/[0-9a-f]{40}\//);
    }
  });

  it("is marked unknown where, and only where, a request is null", () => {
    for (const { name, requests, confidence } of components) {
      expect(confidence === "unknown", name).toBe(requests.cpu === null || requests.memory === null);
    }
  });

  it("becomes a workload of its own name", () => {
    for (const { id, components: own } of [...typicalApplications, ...presets]) {
      const names = own.map(
        (one) => workloadOfComponent(one, "application" in one ? `${one.application}` : id, 1).name,
      );
      expect(new Set(names).size, id).toBe(names.length);
    }
  });
});
