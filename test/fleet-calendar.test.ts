import { planningContext } from "@nkp-planner/catalog";
import {
  type Finding,
  findingText,
  hybrid,
  InputError,
  type OperatingModel,
  parseFleet,
  starterSelfManaged,
  ultimateCentralized,
  upgradesOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { toyPriceBook } from "./support/toy.ts";

const ID = (index: number) => `t${String(index).padStart(2, "0")}`;

/** Twenty tenants on 2.17.1, of which the last accepts a release a year after it comes out, the others after a month. */
const twenty = (slow: object = { readyAfterDays: 365 }, fleet: object = {}) =>
  parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-29",
    release: "nkp-2.17.1",
    currency: "EUR",
    tenants: Array.from({ length: 20 }, (_, index) => ({
      id: ID(index),
      workloads: [],
      upgrades: index === 19 ? slow : { readyAfterDays: 30 },
    })),
    ...fleet,
  });

const calendarOf = (model: OperatingModel, settings: Record<string, string> = {}, fleet = twenty()) =>
  upgradesOf(fleet, model, planningContext({ release: "nkp-2.17.1", priceBook: toyPriceBook(), settings }), 36);

const stepOf = (calendar: ReturnType<typeof calendarOf>, tenant: number, minor: string) => {
  const { clusterName } = calendar.tenants.find(({ tenantId }) => tenantId === ID(tenant)) as { clusterName: string };
  return calendar.clusters.find(({ name }) => name === clusterName)?.steps.find((step) => step.minor === minor);
};
const heldBack = (calendar: ReturnType<typeof calendarOf>) => calendar.tenants.map(({ heldBackDays }) => heldBackDays);

describe("a provider with one tenant of twenty that is ready a year late", () => {
  it("upgrades nobody to 2.18 before it, as long as a workspace moves together", () => {
    const calendar = calendarOf(ultimateCentralized, { "coupling-scope": "workspace" });
    // 2.18 came out on 2026-07-16: 365 days after it is 2027-07-16, and from 2026-11-29 on nineteen have wanted it.
    expect(stepOf(calendar, 0, "2.18")).toMatchObject({
      wantedOn: "2026-11-29",
      movedOn: "2027-07-16",
      heldBackDays: 229,
      heldBy: [{ by: "tenant", tenantId: ID(19), days: 229 }],
    });
    expect(heldBack(calendar).slice(0, 19)).toEqual(Array(19).fill(heldBack(calendar)[0]));
    expect(new Set(calendar.blocks.map(({ tenantId }) => tenantId))).toEqual(new Set([ID(19)]));
  });

  it("gives nineteen 2.18 at once and lets them wait for 2.19, where each cluster moves alone", () => {
    const calendar = calendarOf(ultimateCentralized, { "coupling-scope": "cluster" });
    expect(stepOf(calendar, 0, "2.18")).toMatchObject({ movedOn: "2026-11-29", heldBackDays: 0 });
    // The plane goes to 2.19 once the last cluster is at 2.18. 2.19 is taken to be out on the first day: wanted 30 later.
    expect(stepOf(calendar, 0, "2.19")).toMatchObject({
      wantedOn: "2026-12-29",
      movedOn: "2027-07-16",
      heldBackDays: 199,
    });
  });

  it("says that sources differ on the scope of 2.18, and plays what the vendor's guide says", () => {
    const calendar = calendarOf(ultimateCentralized);
    expect(stepOf(calendar, 0, "2.18")?.movedOn).toBe("2027-07-16");
    expect(calendar.disputedScopes).toEqual([{ minor: "2.18", scope: "workspace", otherScope: "cluster" }]);
    expect(calendar.findings.map(({ code }) => code)).toContain("coupling-disputed");
  });

  it("holds nobody back with a Starter cluster each, nor with the slow one's own beside the plane", () => {
    expect(heldBack(calendarOf(starterSelfManaged))).toEqual(Array(20).fill(0));
    const apart = twenty();
    const tenants = apart.tenants.map((tenant, index) =>
      index === 19 ? { ...tenant, upgradeCadence: "own" as const } : tenant,
    );
    expect(heldBack(calendarOf(hybrid, {}, { ...apart, tenants }))).toEqual(Array(20).fill(0));
  });

  it("moves the slow one with the others at the last day where it is forced", () => {
    const waiting = calendarOf(ultimateCentralized);
    const forced = calendarOf(ultimateCentralized, { "when-window-ends": "force" });
    expect(forced.tenants[19]?.forcedUpgradeCount).toBeGreaterThan(0);
    expect(forced.tenants[0]?.heldBackDays).toBeLessThan(waiting.tenants[0]?.heldBackDays as number);
  });

  it("says never, and whom it blocks, where a tenant is never ready", () => {
    const calendar = calendarOf(ultimateCentralized, {}, twenty({ readyAfterDays: "never" }));
    expect(stepOf(calendar, 19, "2.18")).toMatchObject({ movedOn: null, neverReason: "never-ready" });
    expect(stepOf(calendar, 0, "2.18")).toMatchObject({ movedOn: null, neverReason: "blocked" });
  });
});

describe("what a fleet says of upgrades", () => {
  it("moves nothing but in the provider's windows, outside of freezes, and only to what is certified", () => {
    const fleet = twenty(
      { readyAfterDays: 0, freezes: [{ from: "2026-11-01", to: "2026-12-31" }], certified: ["2.17", "2.18"] },
      { upgrades: { days: ["2026-12-05", "2027-01-16", "2027-06-05"] } },
    );
    const calendar = calendarOf(starterSelfManaged, {}, fleet);
    expect(stepOf(calendar, 0, "2.18")).toMatchObject({ wantedOn: "2026-11-29", movedOn: "2026-12-05" });
    expect(stepOf(calendar, 19, "2.18")).toMatchObject({ wantedOn: "2027-01-01", movedOn: "2027-01-16" });
    expect(stepOf(calendar, 19, "2.19")).toMatchObject({ movedOn: null, neverReason: "not-certified" });
  });

  it("starts a tenant's own cluster with the version that it runs, through every minor version between", () => {
    const calendar = calendarOf(starterSelfManaged, {}, twenty({ readyAfterDays: 0, version: "2.15.1" }));
    // One minor version a day, from the first day on.
    expect(["2.16", "2.17", "2.18"].map((minor) => stepOf(calendar, 19, minor)?.movedOn)).toEqual([
      "2026-11-29",
      "2026-11-30",
      "2026-12-01",
    ]);
  });

  it("takes the assumption of its cadence where it says nothing", () => {
    const fleet = twenty({});
    const own = { ...fleet, tenants: fleet.tenants.map((tenant) => ({ ...tenant, upgradeCadence: "own" as const })) };
    const said = calendarOf(starterSelfManaged, {}, fleet).findings.find(({ code }) => code === "paces-assumed");
    expect(findingText(said as Finding)).toContain("Nobody has said when t19 are ready");
    expect(calendarOf(starterSelfManaged).findings.map(({ code }) => code)).not.toContain("paces-assumed");
    // 180 days after 2026-07-16.
    expect(stepOf(calendarOf(starterSelfManaged, {}, own), 19, "2.18")?.movedOn).toBe("2027-01-12");
    expect(stepOf(calendarOf(starterSelfManaged, {}, fleet), 19, "2.18")?.movedOn).toBe("2026-11-29");
    const set = calendarOf(starterSelfManaged, { "ready-after-days-fleet": "200" }, fleet);
    expect(stepOf(set, 19, "2.18")?.movedOn).toBe("2027-02-01");
  });

  it("is refused at its own place where no calendar can be played with it, everything at once", () => {
    const fleet = twenty(
      {
        freezes: [
          { from: "2027-03-01", to: "2027-04-01" },
          { from: "2027-03-10", to: "2027-03-11" },
        ],
        certified: ["2.19"],
        version: "2.3.1",
        readyAfterDaysByMinor: { next: 3 },
      },
      { upgrades: { everyDays: 7, days: ["2027-01-01"], prismCentral: "pc.9" } },
    );
    try {
      calendarOf(ultimateCentralized, {}, fleet);
      expect.unreachable("it was played");
    } catch (error) {
      if (!InputError.is(error)) throw error;
      expect(error.findings.map(({ subject }) => (subject.in === "input" ? subject.path.join(".") : ""))).toEqual([
        "upgrades.days",
        "upgrades.prismCentral",
        "tenants.19.upgrades.version",
        "tenants.19.upgrades.readyAfterDaysByMinor.next",
        "tenants.19.upgrades.freezes.1",
        "tenants.19.upgrades.certified.0",
      ]);
    }
    expect(() =>
      upgradesOf(
        twenty(),
        starterSelfManaged,
        planningContext({ release: "nkp-2.17.1", priceBook: toyPriceBook() }),
        0,
      ),
    ).toThrow("a whole number of months from 1 to 120");
  });
});
