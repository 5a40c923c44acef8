import { planningContext } from "@nkp-planner/catalog";
import {
  operatingLayersOf,
  parseFleet,
  planDocument,
  plannedFleet,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { toyPriceBook } from "./support/toy.ts";
import { toyHostBook } from "./support/toy-prices.ts";

const fleet = parseFleet({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  ...{ asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR" },
  tenants: ["ash", "elm"].map((id) => ({ id, workloads: [] })),
});
const contextOf = (services: string, priceBook = toyPriceBook()) =>
  planningContext({ release: "nkp-2.17.1", priceBook, settings: { "tenant-services": services } });
const layersOf = (services: string, model = starterSelfManaged) => {
  const plan = plannedFleet(fleet, model, contextOf(services));
  const [desired, observed, alerting] = operatingLayersOf(plan);
  if (desired === undefined || observed === undefined || alerting === undefined) throw new Error("A layer is missing.");
  return { plan, desired, observed, alerting };
};

describe("the layers that a fleet is run with", () => {
  it("have one agent of Konnector a cluster, and Prism Central", () => {
    const { plan, observed } = layersOf("none");
    const { vmCount, vcpu, memoryGiB, diskGiB } = plan.infrastructure.prismCentral?.group ?? { vmCount: 0 };
    expect(vmCount).toBe(1);
    expect(observed).toMatchObject({ clusterCount: 2, parts: ["konnector-agent"] });
    // Two agents of 120m and 128 MiB, and the VM; a vCPU costs 10, a GiB 2, a GiB of disk 0.10.
    expect(observed.requests.cpuMillicores).toBe(2 * 120 + (vcpu ?? 0) * 1000);
    const cost = 10 * (0.24 + (vcpu ?? 0)) + 2 * (0.25 + (memoryGiB ?? 0)) + 0.1 * (diskGiB ?? 0);
    expect(Number(observed.monthlyCost?.amount)).toBeCloseTo(cost, 2);
  });

  it("have GitOps in every cluster, and nothing that alerts where tenants get no services", () => {
    const { desired, alerting } = layersOf("none");
    // On each of two clusters: Flux's four controllers and its mirror, 500 + 250 + 100 + 250 + 100 + 100 + 100 millicores.
    expect(desired.clusterCount).toBe(2);
    expect(desired.parts).toContain("kommander-flux");
    expect(desired.requests.cpuMillicores).toBeGreaterThanOrEqual(2 * 1400);
    expect(alerting).toMatchObject({ clusterCount: 0, parts: [], monthlyCost: { amount: "0.00", currency: "EUR" } });
    expect(alerting.layer.withoutIt).toMatch(/nobody is called/);
  });

  it("have a central stack and agents where tenants get services, and Ultimate's own where they get none", () => {
    // Two tenants' clusters, and the provider's own.
    expect(layersOf("agents").alerting.clusterCount).toBe(3);
    expect(layersOf("agents").alerting.parts).toEqual(expect.arrayContaining(["fluent-bit", "kube-prometheus-stack"]));
    const { alerting } = layersOf("none", ultimateCentralized);
    expect(alerting.parts).toEqual(expect.arrayContaining(["thanos", "karma"]));
  });

  it("are not priced where hosts are, and stand in the document of a plan", () => {
    const plan = plannedFleet(fleet, starterSelfManaged, contextOf("none", toyHostBook()));
    expect(operatingLayersOf(plan).map(({ monthlyCost }) => monthlyCost)).toEqual([null, null, null]);
    expect(planDocument(plan).plan.operatingLayers).toMatchObject([
      { layerId: "desired-state", clusterCount: 2, monthlyCost: null },
      { layerId: "observed-state", clusterCount: 2, parts: ["konnector-agent"] },
      { layerId: "alerting", clusterCount: 0, vcpu: 0 },
    ]);
  });
});
