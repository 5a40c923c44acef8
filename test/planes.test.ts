import { catalogOf, planningContext } from "@nkp-planner/catalog";
import {
  type Finding,
  findingText,
  type OperatingModel,
  operatingModels,
  type PlanInput,
  planFleet,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext, toyPriceBook } from "./support/toy.ts";

const modelOf = (id: string) => operatingModels.find((model) => model.id === id) as OperatingModel;
const hybrid = modelOf("hybrid");
const starterSelfManaged = modelOf("starter-self-managed");
const ultimateCentralized = modelOf("ultimate-centralized");
const RELEASE = "nkp-2.17.1";
const real = (settings = {}) => planningContext({ release: RELEASE, priceBook: toyPriceBook(), settings });
const tenants = (howMany: number, more: object = {}) =>
  fleetOf(
    ...Array.from({ length: howMany }, (_, index) => ({
      id: `t${String(index).padStart(3, "0")}`,
      workloads: [pods(1, "100m", "128Mi")],
      ...more,
    })),
  );
/** The same of a release of NKP's. */
const realTenants = (howMany: number) => ({ ...tenants(howMany), release: RELEASE });
const said = (findings: readonly Finding[], code: string) =>
  findings.filter((finding) => finding.code === code).map((finding) => findingText(finding));

describe("several management clusters", () => {
  const context = toyContext({ "clusters-per-plane": "2", "tenant-services": "agents" });
  const fleet = tenants(5);

  it("look after the same clusters in whatever order a fleet is written", () => {
    const managers = (input: PlanInput) =>
      planFleet(input, ultimateCentralized, context)
        .clusters.filter(({ role }) => role === "attached")
        .map(({ name, managedBy }) => `${name} ${managedBy}`)
        .sort();
    const turned = managers({ ...fleet, tenants: fleet.tenants.toReversed() });
    expect(turned).toEqual(managers(fleet));
    expect(new Set(turned.map((one) => one.split(" ")[1]))).toEqual(
      new Set(["management", "management-2", "management-3"]),
    );
  });

  it("are one where nobody limits them, or where the limit is not reached", () => {
    const planes = (limit: string) =>
      planFleet(fleet, ultimateCentralized, toyContext({ "clusters-per-plane": limit })).clusters.filter(
        ({ role }) => role === "management",
      ).length;
    expect([planes("any"), planes("5"), planes("4"), planes("1")]).toEqual([1, 1, 2, 5]);
  });

  it("share every cost to the cent, in a hybrid too", () => {
    const own = tenants(2, { upgradeCadence: "own" }).tenants.map((one) => ({ ...one, id: `own-${one.id}` }));
    const plan = planFleet({ ...fleet, tenants: [...fleet.tenants, ...own] } as PlanInput, hybrid, context);
    expect(plan.clusters.filter(({ role }) => role === "management")).toHaveLength(3);
    expect(plan.clusters.filter(({ reportsTo }) => reportsTo === "management")).toHaveLength(2);
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    const borne = plan.tenants.reduce((sum, { monthlyCost }) => sum + cents(monthlyCost.amount), 0);
    expect(borne).toBe(cents(plan.totals.monthlyCost.amount));
  });
});

describe("what others say of management clusters", () => {
  const BEYOND = "plane-beyond-third-party";
  const BELOW = "plane-below-third-party";

  it("is said where a fleet is beyond it, and no more where there are several", () => {
    const { findings } = planFleet(realTenants(51), ultimateCentralized, real());
    expect(said(findings, BEYOND)).toEqual([
      "management looks after 51 clusters; a third-party guide without sources puts 20 to 50 clusters on one management cluster, and the vendor's own maximums are not public. Plan several with clusters-per-plane=third-party-most.",
    ]);
    expect(findings.find(({ code }) => code === BEYOND)).toMatchObject({
      severity: "warning",
      subject: { clusterName: "management" },
      evidence: { confidence: "third-party" },
    });
    const several = planFleet(realTenants(51), ultimateCentralized, real({ "clusters-per-plane": "third-party-most" }));
    expect(several.clusters.filter(({ role }) => role === "management")).toHaveLength(2);
    expect(said(several.findings, BEYOND)).toEqual([]);
    expect(said(planFleet(realTenants(50), ultimateCentralized, real()).findings, BEYOND)).toEqual([]);
  });

  it("is said where the plane's workers are fewer or smaller", () => {
    // 5 workers of 16 vCPU and 64 GiB for 20 to 50 clusters: 80 and 320.
    const plan = planFleet(realTenants(21), ultimateCentralized, real());
    const [pool] = plan.clusters[0]?.pools.filter(({ role }) => role === "platform") ?? [];
    const [vcpu, memoryGiB] = [8 * (pool?.nodeCount ?? 0), 32 * (pool?.nodeCount ?? 0)];
    expect(vcpu).toBeLessThan(80);
    expect(said(plan.findings, BELOW)).toEqual([
      `management has ${vcpu} vCPU and ${memoryGiB} GiB of platform workers for 21 clusters, by what its pods request; a third-party guide without sources gives it at least 80 vCPU and 320 GiB. Measure a running plane; platform-node-shape plans larger workers.`,
    ]);
    const larger = real({ "platform-node-shape": "32x128x80" });
    expect(said(planFleet(realTenants(21), ultimateCentralized, larger).findings, BELOW)).toEqual([]);
  });

  it("is as the catalog cites it", () => {
    expect(catalogOf(RELEASE).planeSizes.map(({ upToClusters, workers }) => [upToClusters, workers.least])).toEqual([
      [5, 2],
      [20, 3],
      [50, 5],
    ]);
  });
});

describe("what tenants' clusters report to", () => {
  const STACK = "central-stack-not-scaled";
  const UNLIKE = "metrics-kept-unlike";

  it.each([
    ["management", ultimateCentralized],
    ["central-services", starterSelfManaged],
  ])("is as large for many clusters as for one, which both models say: %s", (cluster, model) => {
    const stackAt = (howMany: number) => {
      const [statement = ""] = said(planFleet(realTenants(howMany), model, real()).findings, STACK);
      return statement.replace(`${howMany} cluster`, "N cluster").replace("N clusters", "N cluster");
    };
    expect(stackAt(2).toLowerCase()).toContain(`metrics and logs on ${cluster} asks for`);
    expect(stackAt(9)).toBe(stackAt(2));
  });

  it("keeps metrics that attached clusters keep as well, which the level for like with like does not", () => {
    for (const model of [ultimateCentralized, starterSelfManaged]) {
      const at = (level: string) => planFleet(realTenants(1), model, real({ "tenant-services": level }));
      expect(said(at("agents").findings, UNLIKE)).toMatchObject([
        expect.stringMatching(/^Tenants' clusters are not alike .* kube-prometheus-stack .*agents-and-metrics/),
      ]);
      for (const level of ["none", "full", "agents-and-metrics"]) expect(said(at(level).findings, UNLIKE)).toEqual([]);
    }
  });

  it("leaves a Prometheus on every tenant's cluster at that level", () => {
    for (const model of [ultimateCentralized, starterSelfManaged]) {
      const plan = planFleet(realTenants(1), model, real({ "tenant-services": "agents-and-metrics" }));
      const own = plan.clusters.find(({ tenantIds }) => tenantIds.length > 0);
      expect(own?.footprint.map(({ application }) => application)).toContain("kube-prometheus-stack");
    }
  });
});
