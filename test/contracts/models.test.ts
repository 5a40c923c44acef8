import {
  defaultModels,
  findingText,
  hybrid,
  type OperatingModel,
  operatingModels,
  planFleet,
  starterSelfManaged,
  type Tenant,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "../support/toy.ts";

const fleet = fleetOf(
  { id: "quick", upgradeCadence: "fleet", workloads: [pods(2, "1", "1Gi")] },
  { id: "slow", upgradeCadence: "own", workloads: [pods(2, "1", "1Gi")] },
  { id: "management", upgradeCadence: "fleet" }, // an id that could be mistaken for a cluster of ours
);

const ABSENT = "tenants-not-under-contract";

describe("operating models", () => {
  it("are compared by default as they always were, and all have a place in the list of all", () => {
    expect(defaultModels.map(({ id }) => id)).toEqual(["starter-self-managed", "ultimate-centralized", "hybrid"]);
    expect(operatingModels.slice(0, defaultModels.length)).toEqual(defaultModels);
    expect(operatingModels.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["starter-managed", "pro-self-managed"]),
    );
  });

  it("have ids, titles and colours of their own", () => {
    for (const key of ["id", "title", "phrase", "tone"] as const) {
      expect(new Set(operatingModels.map((model) => model[key])).size).toBe(operatingModels.length);
    }
  });

  it.each([
    ["fleet", ultimateCentralized],
    ["own", starterSelfManaged],
  ] as const)("have a hybrid that is one of its halves where all want the cadence %s", (upgradeCadence, half) => {
    const tenants = fleet.tenants.map((tenant) => ({ ...tenant, upgradeCadence }));
    expect(hybrid.layout(tenants)).toEqual(half.layout(tenants));
    const [whole, alone] = [hybrid, half].map((model) =>
      planFleet({ ...fleet, tenants }, model, toyContext({ "tenant-services": "agents" })),
    );
    expect(whole?.totals).toEqual(alone?.totals);
  });

  describe.each(operatingModels.map((model): [string, OperatingModel] => [model.id, model]))("%s", (_id, model) => {
    const layout = model.layout(fleet.tenants);

    it("gives every tenant exactly one home", () => {
      const homes = layout.flatMap(({ tenantIds }) => tenantIds);
      expect([...homes].sort()).toEqual(["management", "quick", "slow"]);
    });

    it("names clusters apart, in names that DNS accepts", () => {
      const names = layout.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
    });

    it("has every attached cluster managed by one that is there, and no other", () => {
      for (const { role, managedBy } of layout) {
        const manager = layout.find(({ name }) => name === managedBy);
        expect(manager?.role).toBe(role === "attached" ? "management" : undefined);
      }
    });

    it("gives every cluster a control plane and one pool of workers", () => {
      for (const { poolRoles, role } of layout) {
        expect(poolRoles).toEqual(["control-plane", role === "management" ? "platform" : "workload"]);
      }
    });

    it("keeps a cadence of one's own in just those clusters that one tenant alone decides on, and says so of the others", () => {
      const decided = layout.filter(
        ({ role, tenantIds }) => role === "self-managed" && tenantIds.length === 1 && tenantIds[0] === "slow",
      );
      const { findings } = planFleet(fleet, model, toyContext());
      const unmet = findings.filter(({ code }) => code === "cadence-not-own").map(({ subject }) => subject);
      expect(unmet).toMatchObject(decided.length === 1 ? [] : [{ tenantId: "slow" }]);
      expect(unmet.length).toBe(1 - decided.length);
    });

    it("lays out nothing for nobody", () => expect(model.layout([])).toEqual([]));

    it("plans a fleet with tenants who have left or not come yet as one without them", () => {
      const gone = { id: "gone", workloads: [pods(9, "2", "4Gi")], contract: { until: fleet.asOf } };
      const later = { id: "later", workloads: [pods(9, "2", "4Gi")], contract: { from: "2026-11-24" } };
      const all = fleetOf(gone, { id: "here", workloads: [pods(2, "1", "1Gi")] }, later);
      const [here] = all.tenants.filter(({ id }) => id === "here");
      const { findings, ...plan } = planFleet(all, model, toyContext());
      const { findings: without, ...alone } = planFleet({ ...all, tenants: [here as Tenant] }, model, toyContext());
      expect(JSON.stringify(plan)).toBe(JSON.stringify(alone));
      expect(without.map(({ code }) => code)).not.toContain(ABSENT);
      expect(findings.filter(({ code }) => code === ABSENT).map((finding) => findingText(finding))).toEqual([
        "Not under contract on 2026-11-23, so in no figure: gone (until 2026-11-23), later (from 2026-11-24). For another day's fleet, change asOf, or say it with --as-of.",
      ]);
    });

    it("plans the same fleet to the same result, twice", () => {
      const [a, b] = [planFleet(fleet, model, toyContext()), planFleet(fleet, model, toyContext())];
      expect(JSON.stringify(b.totals)).toBe(JSON.stringify(a.totals));
    });
  });
});
