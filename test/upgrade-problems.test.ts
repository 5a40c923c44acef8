import { InputError, type LifecycleInput, playUpgrades, problemsOf, problemText } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { attachedOf, fleetToPlay, paceOf, planeOf, policyOf, TOY_FACTS, versionsOf } from "./support/upgrades.ts";

function problemsWith(input: Partial<LifecycleInput>): readonly string[] {
  try {
    playUpgrades({ ...fleetToPlay([paceOf("a")]), ...input });
    return [];
  } catch (error) {
    if (!InputError.is(error)) throw error;
    return problemsOf(error).map(problemText);
  }
}

const withVersions = (days: Readonly<Record<string, string | null>>) =>
  problemsWith({ facts: { ...TOY_FACTS, versions: versionsOf(days) } });
const withPace = (pace: Parameters<typeof paceOf>[1]) => problemsWith({ readiness: [paceOf("a", pace)] });

it("a sound input has none", () => {
  expect(problemsWith({})).toEqual([]);
  expect(withPace({ readyAfterDays: null })).toEqual([]);
});

it.each([0, 121, 1.5])("a horizon of %d months", (horizonMonths) => {
  expect(problemsWith({ horizonMonths })).toEqual([
    `horizonMonths: found ${horizonMonths}, expected a whole number of months from 1 to 120; write for example 36`,
  ]);
});

it("the longest horizon is played", () => {
  expect(problemsWith({ horizonMonths: 120 })).toEqual([]);
});

it("a calendar out of order: of patches, of minor versions, with one missing, twice the same, in no form", () => {
  expect(withVersions({ "2.1.0": "2025-05-01", "2.1.1": "2025-04-01" })).toEqual([
    "facts.versions[1].releasedOn: found 2025-04-01, expected a day after 2025-05-01, on which 2.1.0 came out; correct one of the days",
  ]);
  // A patch of an older minor version after a newer one is how it is.
  expect(withVersions({ "2.1.0": "2025-05-01", "2.2.0": "2025-08-01", "2.1.1": "2025-09-01" })).toEqual([]);
  expect(withVersions({ "2.1.0": "2025-05-01", "2.2.0": "2025-04-01" })).toHaveLength(1);
  expect(withVersions({ "2.1.0": "2025-05-01", "2.3.0": "2025-08-01" })).toEqual([
    'facts.versions[1].version: found "2.3.0", expected 2.2 after 2.1; add the versions between',
  ]);
  expect(withVersions({ "2.1.0": "2025-05-01", "2.2": "2025-08-01" })[0]).toContain("a version of three numbers");
  expect(withVersions({ "2.1.0": null })[0]).toContain("no version with a day");
  const twice = [...versionsOf({ "2.1.0": "2025-05-01" }), ...versionsOf({ "2.1.0": "2025-05-01" })];
  expect(problemsWith({ facts: { ...TOY_FACTS, versions: twice } })[0]).toContain("a second time");
});

it("freezes that overlap, end before they begin, or are no days", () => {
  expect(
    withPace({
      freezes: [
        { from: "2026-05-01", to: "2026-05-31" },
        { from: "2026-05-31", to: "2026-06-02" },
        { from: "2026-08-02", to: "2026-08-01" },
        { from: "2026-02-30", to: "2026-03-01" },
      ],
    }),
  ).toEqual([
    "readiness[0].freezes[2].to: found 2026-08-01, expected a day from 2026-08-02 on, on which it begins; exchange the two, or correct one",
    'readiness[0].freezes[3].from: found "2026-02-30", expected a day of the calendar; write for example 2027-01-31',
    "readiness[0].freezes[1]: found 2026-05-31 to 2026-06-02, expected days after 2026-05-31, until when freezes[0] lasts; make one freeze of the two",
  ]);
});

it("versions that are not there, on the first day or at all", () => {
  const days = { "2.1.0": "2025-05-01", "2.2.0": "2026-03-01" };
  const facts = { ...TOY_FACTS, versions: versionsOf(days) };
  const clusters = [planeOf(), attachedOf("a", { version: "2.1.7" })];
  expect(problemsWith({ facts, clusters, readiness: [paceOf("a", { certified: ["2.1", "2.2.0"] })] })).toEqual([
    'clusters[1].version: found "2.1.7", expected a version that was out on 2026-01-01; did you mean "2.1.0"?',
    'readiness[0].certified[1]: found "2.2.0", expected a version or minor version that was out on 2026-01-01; leave it out, or write null for all',
  ]);
});

it("tenants without a cluster, clusters with unknown tenants, one tenant in two, names twice", () => {
  const clusters = [planeOf(), attachedOf("a"), attachedOf("a", { tenantIds: ["a", "q"] })];
  expect(problemsWith({ clusters, readiness: [paceOf("a"), paceOf("b")] })).toEqual([
    'clusters[2].name: found "tenant-a" a second time, expected each once; remove one of them, or give it another name',
    'clusters[2].tenantIds[1]: found "q", expected a tenant of the list readiness; did you mean "a"?',
    'clusters[2].tenantIds[0]: found "a" a second time, expected each once; remove one of them, or give it another name',
    'readiness[1].tenantId: found "b", expected a tenant that lives in a cluster; add it to a cluster, or leave it out',
  ]);
});

it("planes that are not there, or older than what they look after", () => {
  const facts = { ...TOY_FACTS, versions: versionsOf({ "2.1.0": "2025-05-01", "2.2.0": "2025-08-01" }) };
  expect(problemsWith({ facts, clusters: [planeOf(), attachedOf("a", { version: "2.2.0" })] })[0]).toContain(
    "no newer minor version than that of its plane, 2.1.0",
  );
  expect(problemsWith({ clusters: [planeOf(), attachedOf("a", { managedBy: "plan" })] })).toEqual([
    'clusters[1].managedBy: found "plan", expected the name of a management cluster; did you mean "plane"?',
  ]);
  expect(problemsWith({ clusters: [attachedOf("a", { role: "self-managed" })] })[0]).toContain("null, as it is");
});

it("Prism Centrals that are not known, or two where one is shared", () => {
  expect(problemsWith({ clusters: [planeOf({ prismCentral: "pc.9" }), attachedOf("a", { aos: "1" })] })).toHaveLength(
    2,
  );
  const one = { product: "prism-central" as const, confidence: "documented" as const, sources: [] };
  const days = { releasedOn: "2025-01-01", maintenanceEndsOn: "2026-01-01", supportEndsOn: "2026-06-01" };
  const infrastructure = ["pc.1", "pc.2"].map((version) => ({ ...one, ...days, version }));
  const facts = { ...TOY_FACTS, upgrades: { ...TOY_FACTS.upgrades, infrastructure } };
  const clusters = [planeOf({ prismCentral: "pc.1" }), attachedOf("a", { prismCentral: "pc.2" })];
  expect(problemsWith({ facts, clusters })).toEqual([
    'clusters[1].prismCentral: found "pc.2", expected "pc.1", as all clusters share one Prism Central; write the same version everywhere, or prismCentral: "own" in the policy',
  ]);
  expect(problemsWith({ facts, clusters, policy: policyOf({ prismCentral: "own" }) })).toEqual([]);
});

it("rules that nobody can keep to, all at once", () => {
  const policy = policyOf({
    attachedMinorsBehind: 0,
    selfManagedMinorsBehind: -1,
    daysBetweenMinors: 0,
    planeDelayDays: 0.5,
    prismCentralDays: ["soon"],
    maintenance: { days: [] },
  });
  expect(problemsWith({ asOf: "today", policy })).toEqual([
    'asOf: found "today", expected a day of the calendar; write for example 2027-01-31',
    "policy.attachedMinorsBehind: found 0, expected a whole number of minor versions, at least 1: with 0 plane and clusters would wait for each other; write 1 or more",
    "policy.selfManagedMinorsBehind: found -1, expected a whole number of minor versions, or null; write 0 or more",
    "policy.daysBetweenMinors: found 0, expected a number of days, at least 1; write for example 114.5",
    "policy.planeDelayDays: found 0.5, expected a whole number of days; write 0 or more",
    'policy.prismCentralDays[0]: found "soon", expected a day of the calendar; write for example 2027-01-31',
    "policy.maintenance.days: found no day, expected at least one day; write null for any day",
  ]);
  expect(problemsWith({ policy: policyOf({ maintenance: { everyDays: 0, from: "2026-01-01" } }) })).toHaveLength(1);
});

it("days of readiness below zero, and for what is no minor version", () => {
  expect(withPace({ readyAfterDays: -1, readyAfterByMinor: { "2.1.0": 3, "2.9": 1.5 } })).toEqual([
    "readiness[0].readyAfterDays: found -1, expected a whole number of days, or null for never; write 0 or more",
    'readiness[0].readyAfterByMinor.2.1.0: found "2.1.0", expected a minor version; write for example 2.18',
    "readiness[0].readyAfterByMinor.2.9: found 1.5, expected a whole number of days, or null for never; write 0 or more",
  ]);
});
