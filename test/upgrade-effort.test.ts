import {
  blastRadius,
  type FailureRates,
  playUpgrades,
  type UpgradeEffort,
  upgradeWork,
  validationGrowth,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetToPlay, paceOf, selfManagedOf, TOY_FACTS, upgradeFacts, versionsOf } from "./support/upgrades.ts";

/** Four tenants, two of them with the same applications; minor versions on days 100, 200 and 300 of one year. */
const readiness = [
  paceOf("a", { applicationsId: "shop" }),
  paceOf("b", { applicationsId: "shop" }),
  paceOf("c"),
  paceOf("d"),
];
const attached = fleetToPlay(readiness);
const selfManaged = fleetToPlay(readiness, { isSelfManaged: true });
const effort: UpgradeEffort = {
  minutesPerNode: 4,
  planeMinutes: 30,
  validationHours: 6,
  coordinationHours: 1,
  noticeHours: 0.5,
};
const nodes = new Map(["plane", "tenant-a", "tenant-b", "tenant-c", "tenant-d"].map((name) => [name, 7]));

describe("the work of upgrades", () => {
  it("is counted from what moves: three upgrades of a plane and of four clusters with seven nodes each", () => {
    expect(upgradeWork(attached, playUpgrades(attached), nodes, effort)).toEqual([
      { kind: "node-rollouts", count: 3 * 5 * 7, hours: (3 * 5 * 7 * 4) / 60 },
      // Three upgrades of one plane, half an hour each.
      { kind: "plane-rollouts", count: 3, hours: 1.5 },
      // Shop, c and d on each of three versions.
      { kind: "validations", count: 3 * 3, hours: 9 * 6 },
      { kind: "coordinations", count: 3 * 4, hours: 12 },
      // Three upgrades of the plane, of which four clusters are told.
      { kind: "notices", count: 3 * 4, hours: 6 },
    ]);
  });

  it("has no plane to roll and nobody to tell where each looks after itself", () => {
    const [rollouts, planes, validations, , notices] = upgradeWork(
      selfManaged,
      playUpgrades(selfManaged),
      nodes,
      effort,
    );
    expect(rollouts?.count).toBe(3 * 4 * 7);
    expect(planes?.count).toBe(0);
    expect(validations?.count).toBe(9);
    expect(notices).toEqual({ kind: "notices", count: 0, hours: 0 });
  });

  it("leaves out what is not moved to", () => {
    const input = { ...attached, readiness: [...readiness.slice(0, 3), paceOf("d", { readyAfterDays: null })] };
    const [rollouts, , validations] = upgradeWork(input, playUpgrades(input), nodes, effort);
    // d stays at 2.1, so that the plane and the others end at 2.2.
    expect(rollouts?.count).toBe((1 + 3) * 7);
    expect(validations?.count).toBe(2);
  });

  it("rolls nodes twice where the way leads through another version", () => {
    const versions = versionsOf({ "2.1.0": "2025-06-01", "2.1.1": "2025-07-01", "2.2.0": "2026-01-01" });
    const refused = { from: "2.1.0", to: "2.2.0", isSupported: false, advisedAgainst: null };
    const facts = { ...TOY_FACTS, versions, upgrades: upgradeFacts({ paths: [refused] }) };
    const input = { ...fleetToPlay([paceOf("a")]), facts, clusters: [selfManagedOf("a")], horizonMonths: 3 };
    expect(upgradeWork(input, playUpgrades(input), nodes, effort)[0]?.count).toBe(2 * 7);
  });

  it("takes an unknown time where one is not known how long it takes", () => {
    const unknown = { ...effort, minutesPerNode: null };
    expect(upgradeWork(attached, playUpgrades(attached), nodes, unknown)[0]).toMatchObject({ count: 105, hours: null });
  });
});

describe("validations", () => {
  it("grow with every tenant that has applications of its own, not with one that shares them", () => {
    // a; a and b; all four.
    expect(validationGrowth(selfManaged)).toEqual({
      sizes: [
        { tenantCount: 1, validationCount: 3 },
        { tenantCount: 2, validationCount: 3 },
        { tenantCount: 4, validationCount: 3 * 3 },
      ],
      isLinear: false,
    });
    const apart = fleetToPlay(["a", "b", "c"].map((id) => paceOf(id)));
    expect(validationGrowth(apart)).toMatchObject({ isLinear: true, sizes: [{}, {}, { validationCount: 9 }] });
  });
});

describe("the failure of one thing", () => {
  const rates: FailureRates = {
    outagesPerYear: 2,
    outageHours: 4,
    failedUpgradeRatio: 0.1,
    failedUpgradeHours: 8,
    compromisesPerYear: null,
    compromiseHours: 24,
  };

  it("touches all tenants under a plane, and of a self-managed cluster its own: as many hours, not at once", () => {
    const [outage, failed] = blastRadius(attached, playUpgrades(attached), rates).kinds;
    expect(outage).toEqual({ kind: "outage", largestTenantCount: 4, tenantHoursPerYear: 2 * 4 * 4 });
    // Three upgrades of the plane in a year of 365 days, one of ten fails for eight hours and four tenants.
    expect(failed?.tenantHoursPerYear).toBeCloseTo(3 * 0.1 * 8 * 4);
    const [ownOutage, ownFailed] = blastRadius(selfManaged, playUpgrades(selfManaged), rates).kinds;
    expect(ownOutage).toEqual({ kind: "outage", largestTenantCount: 1, tenantHoursPerYear: 4 * 2 * 4 });
    expect(ownFailed?.tenantHoursPerYear).toBeCloseTo(4 * 3 * 0.1 * 8);
  });

  it("is unknown where a rate is, never nothing", () => {
    const [, , compromise] = blastRadius(attached, playUpgrades(attached), rates).kinds;
    expect(compromise).toEqual({ kind: "compromise", largestTenantCount: 4, tenantHoursPerYear: null });
  });
});
