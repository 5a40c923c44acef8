import { catalogOf, planningContext } from "@nkp-planner/catalog";
import {
  compareModels,
  defineOperatingModel,
  type FleetPlan,
  findingText,
  type OperatingModel,
  planFleet,
  proSelfManaged,
  starterManaged,
  ultimateCentralized,
  upgradesOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext, toyPriceBook } from "./support/toy.ts";

/** A Starter plane, and Pro clusters of one's own: what of them is said by sources, and what the plan assumes. */

const RELEASE = "nkp-2.17.1";
const fleet = fleetOf({ id: "ash", workloads: [pods(2, "1", "1Gi")] }, { id: "elm", upgradeCadence: "own" });
const real = (settings = {}) => planningContext({ release: RELEASE, priceBook: toyPriceBook(), settings });
const planned = (model: OperatingModel, settings = {}) =>
  planFleet({ ...fleet, release: RELEASE }, model, real({ "loss-survived": "none", ...settings }));
const codes = ({ findings }: FleetPlan) => findings.map(({ code }) => code);
const chosen = ({ findings }: FleetPlan) =>
  findings.flatMap(({ code, subject }) => (code === "choice" && subject.in === "plan" ? [subject.parameterId] : []));

describe("a Starter plane", () => {
  it("manages a Starter cluster for each tenant, at the minimums of Tables 65 and 66", () => {
    const { clusters } = planned(starterManaged);
    expect(clusters.map(({ name, edition, role, managedBy }) => [name, edition, role, managedBy])).toEqual([
      ["management", "starter", "management", null],
      ["tenant-ash", "starter", "attached", "management"],
      ["tenant-elm", "starter", "attached", "management"],
    ]);
    const [, , elm] = clusters;
    // Elm runs nothing: 3 × 2 vCPU, and 2 workers, where a cluster under an Ultimate plane has 4.
    expect(elm?.pools.map(({ shape, nodeCount }) => [nodeCount, shape.vcpu])).toEqual([
      [3, 2],
      [2, 3],
    ]);
    const without = planned(starterManaged, { "attached-worker-floor": "without-ceph" });
    expect(without.totals).toEqual(planned(starterManaged).totals);
  });

  it("runs what a Starter cluster does, and an observer of each cluster under it", () => {
    const { defaultSets } = catalogOf(RELEASE).release;
    const setOf = (role: string) => defaultSets.find((set) => set.edition === "starter" && set.role === role);
    expect(setOf("management")?.applications).toEqual(setOf("self-managed")?.applications);
    expect(setOf("management")?.confidence).toBe("derived-manifest");
    expect(setOf("attached")?.confidence).toBe("assumption");
    for (const name of setOf("attached")?.applications ?? []) {
      const application = catalogOf(RELEASE).release.applications.find((one) => one.name === name);
      expect(application?.licensedEditions, name).toContain("starter");
    }
    const observer = planned(starterManaged).clusters[0]?.footprint.find(({ component }) =>
      component.includes("observer"),
    );
    expect(observer?.count).toBe(2);
  });

  it("says what no source says: of its licence, and of what its clusters run", () => {
    const { findings } = planned(starterManaged);
    const said = findings.filter(({ ruleId }) => ruleId === "kinds-assumed").map((finding) => findingText(finding));
    expect(said).toEqual([
      expect.stringContaining(
        "Whether workers of management, a Starter plane of 2 clusters, need a licence is not said",
      ),
      expect.stringContaining("What a starter attached cluster runs by default is not said: taken are reloader"),
    ]);
    expect(chosen(planned(starterManaged))).toContain("starter-licence");
    expect(chosen(planned(starterManaged))).not.toContain("attached-worker-floor");
    expect(chosen(planned(ultimateCentralized))).not.toContain("starter-licence");
    expect(chosen(planned(ultimateCentralized))).toContain("attached-worker-floor");
  });

  it("pays a licence for its own workers as well, or none at all where Starter is included", () => {
    // Toy: 2 × 4 on the plane and 2 × 4 under it twice, at 5.
    const licenceOf = (settings: Record<string, string>) =>
      planFleet(fleet, starterManaged, toyContext(settings)).totals.monthlyCostByDriver.license.amount;
    expect(licenceOf({})).toBe("120.00");
    expect(licenceOf({ "starter-licence": "included" })).toBe("0.00");
    expect(licenceOf({ "licensed-vcpu": "all" })).toBe((3 * (8 + 6) * 5).toFixed(2));
  });

  it("has the stack that agents report to, which its edition lacks, on each of several planes", () => {
    const stack = (settings: Record<string, string>) =>
      planFleet(fleet, starterManaged, toyContext(settings)).clusters.map(({ name, services }) => [name, services]);
    expect(stack({})).toEqual([
      ["management", undefined],
      ["tenant-ash", undefined],
      ["tenant-elm", undefined],
    ]);
    expect(stack({ "tenant-services": "agents", "clusters-per-plane": "1" })).toEqual([
      ["management", "central"],
      ["management-2", "central"],
      ["tenant-ash", undefined],
      ["tenant-elm", undefined],
    ]);
    const names = (role: string) =>
      planned(starterManaged, { "tenant-services": "agents" })
        .clusters.find((cluster) => cluster.role === role)
        ?.footprint.map(({ application, component }) => application ?? component);
    expect(names("management")).toContain("grafana-loki");
    expect(names("attached")).toEqual(expect.arrayContaining(["fluent-bit", "tenant-services"]));
    // Its clusters ship what they measure, as Starter clusters by themselves do: alike.
    expect(codes(planned(starterManaged, { "tenant-services": "agents" }))).not.toContain("metrics-kept-unlike");
    expect(codes(planned(ultimateCentralized, { "tenant-services": "agents" }))).toContain("metrics-kept-unlike");
  });

  it("keeps its clusters to its own pace", () => {
    const calendar = upgradesOf({ ...fleet, release: RELEASE }, starterManaged, real(), 36);
    const [ash, elm] = calendar.tenants;
    // Elm is ready 180 days after a release and Ash after 30: they move together.
    expect(ash?.heldBackDays).toBeGreaterThan(0);
    expect(calendar.blocks.map(({ tenantId }) => tenantId)).toContain(elm?.tenantId);
    expect(codes(planned(starterManaged))).toContain("cadence-not-own");
  });
});

describe("a Pro cluster of one's own", () => {
  it("is licensed by the vCPU of its workers, and shares nothing", () => {
    const { clusters, totals, tenants, costs } = planned(proSelfManaged);
    expect(clusters.map(({ edition, role, managedBy }) => [edition, role, managedBy])).toEqual([
      ["pro", "self-managed", null],
      ["pro", "self-managed", null],
    ]);
    const vcpu = clusters
      .flatMap(({ pools }) => pools)
      .filter(({ role }) => role === "workload")
      .reduce((sum, { shape, nodeCount }) => sum + shape.vcpu * nodeCount, 0);
    expect(totals.licensedVcpu).toBe(vcpu);
    expect(totals.monthlyCostByDriver.license.amount).toBe((vcpu * 12).toFixed(2));
    expect(new Set(costs.filter(({ driver }) => driver === "license").map(({ rate }) => rate.kind))).toEqual(
      new Set(["license-pro"]),
    );
    expect(tenants.map(({ sharedMonthlyCost }) => sharedMonthlyCost.amount)).toEqual(["0.00", "0.00"]);
  });

  it("says that its minimum is a management cluster's, and that it is brought no agents", () => {
    const plan = planned(proSelfManaged, { "tenant-services": "agents" });
    const said = plan.findings
      .filter(({ ruleId }) => ["kinds-assumed", "metrics-kept"].includes(ruleId))
      .map((finding) => findingText(finding));
    expect(said).toEqual([
      expect.stringMatching(
        /^How small a pro self-managed cluster may be is not said: taken are 4 workers of 8 vCPU and 32 GiB/,
      ),
      expect.stringMatching(/a Pro one keeps metrics and logs by default/),
    ]);
    expect(plan.clusters.some(({ services, reportsTo }) => services ?? reportsTo)).toBe(false);
    const applications = plan.clusters[0]?.footprint.map(({ application }) => application);
    expect(applications).toEqual(expect.arrayContaining(["kube-prometheus-stack", "grafana-loki", "velero"]));
    expect(applications).not.toContain("fluent-bit");
  });

  it("keeps its own pace, and nobody waits", () => {
    const calendar = upgradesOf({ ...fleet, release: RELEASE }, proSelfManaged, real(), 36);
    expect(calendar.tenants.map(({ heldBackDays }) => heldBackDays)).toEqual([0, 0]);
    expect(calendar.blocks).toEqual([]);
    expect(codes(planned(proSelfManaged))).not.toContain("cadence-not-own");
  });

  it("has the verdict say what Pro lacks, beside what Starter does", () => {
    const keysOf = (...models: readonly OperatingModel[]) =>
      compareModels({ ...fleet, release: RELEASE }, models, real(), models[0]?.id ?? "").verdict.reasons.flatMap(
        ({ key, figures }) => (key.startsWith("reason.gives-up") ? [[key, figures["features"]]] : []),
      );
    const [[key, features] = []] = keysOf(proSelfManaged, ultimateCentralized);
    expect(key).toBe("reason.gives-up-pro");
    expect(features).toMatchObject({ value: expect.arrayContaining(["Attach existing clusters", "Insights"]) });
    expect(features).not.toMatchObject({ value: expect.arrayContaining(["Built-in logging"]) });
    expect(keysOf(proSelfManaged, starterManaged).map(([one]) => one)).toEqual([
      "reason.gives-up",
      "reason.gives-up-pro",
    ]);
  });

  it("needs a price for Pro in the book", () => {
    const { rates, ...book } = toyPriceBook();
    const { "license-pro": _, ...others } = rates;
    const without = { ...toyContext(), priceBook: { ...book, rates: others } };
    expect(() => planFleet(fleet, proSelfManaged, without)).toThrow("license-pro");
    expect(() => compareModels(fleet, [starterManaged], without, "starter-managed")).not.toThrow();
  });
});

it.each([
  ["pro", "attached"],
  ["ultimate", "self-managed"],
] as const)("still refuses %s %s, which the release does not describe", (edition, role) => {
  const model = defineOperatingModel({
    ...ultimateCentralized,
    id: "own",
    layout: (tenants) =>
      ultimateCentralized
        .layout(tenants)
        .filter((one) => role === "attached" || one.role === "attached")
        .map((one) =>
          one.role === "management"
            ? one
            : { ...one, edition, role, managedBy: role === "attached" ? one.managedBy : null },
        ),
  });
  expect(() => planned(model)).toThrow(
    `found ${edition} ${role}, expected an edition and role that ${RELEASE} describes; use one of: starter self-managed, pro management`,
  );
});
