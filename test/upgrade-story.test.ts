import { daysBetween, playUpgrades, type UpgradeCalendar, type UpgradeStep } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetToPlay, paceOf, policyOf } from "./support/upgrades.ts";

/**
 * Twenty tenants. A minor version comes out every 100 days: 2.2 on day 100, 2.3 on day 200, and so on. Nineteen accept
 * each 30 days after its release, one 365 days after. Played for three years of 365 + 365 + 366 days.
 */
const READY = 30;
const LATE = 365;
const HORIZON = 365 + 365 + 366;
const readiness = [
  ...Array.from({ length: 19 }, (_, index) => paceOf(`quick-${index}`, { readyAfterDays: READY })),
  paceOf("slow", { readyAfterDays: LATE }),
];
const play = (couplingScope: "workspace" | "cluster", isSelfManaged = false) =>
  playUpgrades(fleetToPlay(readiness, { horizonMonths: 36, policy: policyOf({ couplingScope }), isSelfManaged }));

/** Days from the first on: when it is wanted, when it comes, and how many lie between. */
const daysOf = ({ wantedOn, movedOn, heldBackDays }: UpgradeStep) => [
  daysBetween("2026-01-01", wantedOn as string),
  daysBetween("2026-01-01", movedOn as string),
  heldBackDays,
];
const stepsOf = ({ clusters, planes }: UpgradeCalendar, name: string, count: number) =>
  [...clusters, ...planes]
    .find((one) => one.name === name)
    ?.steps.slice(0, count)
    .map(daysOf);
const tenantOf = ({ tenants }: UpgradeCalendar, id: string) => tenants.find(({ tenantId }) => tenantId === id);

describe("one tenant of twenty is ready a year late", () => {
  it("with each cluster for itself, the plane waits for it, and nineteen for the plane", () => {
    const calendar = play("cluster");
    // The plane is at 2.2 at once, as nobody is behind 2.1. To 2.3 it goes when the slow one is at 2.2.
    expect(stepsOf(calendar, "plane", 3)).toEqual([
      [100, 100, 0],
      [200, 100 + LATE, 100 + LATE - 200],
      [300, 200 + LATE, 200 + LATE - 300],
    ]);
    expect(stepsOf(calendar, "tenant-slow", 2)).toEqual([
      [100 + LATE, 100 + LATE, 0],
      [200 + LATE, 200 + LATE, 0],
    ]);
    expect(stepsOf(calendar, "tenant-quick-0", 3)).toEqual([
      [100 + READY, 100 + READY, 0],
      [200 + READY, 100 + LATE, 100 + LATE - (200 + READY)],
      [300 + READY, 200 + LATE, 200 + LATE - (300 + READY)],
    ]);
    const [, second] = calendar.clusters[0]?.steps ?? [];
    expect(second).toMatchObject({
      movedOn: "2027-04-11",
      heldBy: [{ by: "tenant", tenantId: "slow", days: 235 }],
    });
    // From day 230, on which 2.3 is wanted, there is no day to the end on which nothing is waited for.
    expect(tenantOf(calendar, "quick-0")?.heldBackDays).toBe(HORIZON - 230);
    // Of releases: 2.3 to 2.9 come 235 days late each, 2.9 on day 800 + 365 − 30 … and 2.10, 2.11 not at all.
    const late = 7 * 235;
    expect(tenantOf(calendar, "quick-0")?.heldBackReleaseDays).toBe(late + (HORIZON - 930) + (HORIZON - 1030));
    expect(calendar.blocks).toHaveLength(19);
    expect(new Set(calendar.blocks.map(({ tenantId }) => tenantId))).toEqual(new Set(["slow"]));
  });

  it("with a workspace moving together, they lose the first release, too", () => {
    const calendar = play("workspace");
    expect(stepsOf(calendar, "tenant-quick-0", 2)).toEqual([
      [100 + READY, 100 + LATE, LATE - READY],
      [200 + READY, 200 + LATE, LATE - READY],
    ]);
    expect(tenantOf(calendar, "quick-0")?.heldBackDays).toBe(HORIZON - 130);
    expect(tenantOf(calendar, "quick-18")?.heldBackDays).toBe(HORIZON - 130);
  });

  it("as by-release, a coupling up to 2.2 costs the first release alone, and the rest as each for itself", () => {
    const { facts, ...input } = fleetToPlay(readiness, { policy: policyOf({ couplingScope: "by-release" }) });
    const scope = { text: "…", confidence: "documented" as const, sources: [], otherScope: null };
    const couplingScopes = [
      { ...scope, fromMinor: "2.0", scope: "workspace" as const },
      { ...scope, fromMinor: "2.3", scope: "cluster" as const, otherScope: "workspace" as const },
    ];
    const upgrades = { ...facts.upgrades, couplingScopes };
    const calendar = playUpgrades({ ...input, horizonMonths: 36, facts: { ...facts, upgrades } });
    expect(stepsOf(calendar, "tenant-quick-0", 2)).toEqual([
      [100 + READY, 100 + LATE, LATE - READY],
      // The plane is at 2.3 on the day on which the slow one is at 2.2; one minor version a day.
      [200 + READY, 100 + LATE + 1, 100 + LATE + 1 - (200 + READY)],
    ]);
    expect(calendar.disputedScopes[0]).toEqual({ minor: "2.3", scope: "cluster", otherScope: "workspace" });
    expect(calendar.findings.map(({ code }) => code)).toContain("coupling-disputed");
    const alone = input.clusters
      .filter(({ role }) => role === "attached")
      .map((one) => ({ ...one, role: "self-managed" as const, managedBy: null }));
    expect(playUpgrades({ ...input, clusters: alone, facts: { ...facts, upgrades } }).disputedScopes).toEqual([]);
  });

  it("each looking after itself, nobody loses a day, and the slow one pays with its own window", () => {
    const calendar = play("cluster", true);
    expect(calendar.blocks).toEqual([]);
    expect(calendar.tenants.map(({ heldBackDays }) => heldBackDays)).toEqual(Array(20).fill(0));
    expect(stepsOf(calendar, "tenant-quick-0", 2)).toEqual([
      [100 + READY, 100 + READY, 0],
      [200 + READY, 200 + READY, 0],
    ]);
    // Three behind is allowed. At 2.1 until day 100 + 365, it is four behind from day 400 on, when 2.5 comes out; then at
    // 2.2 until day 565, four behind from day 500 on; and so on, the last time from day 1000 to 1065.
    expect(tenantOf(calendar, "slow")?.clocks.nkpWindow.outsideDays).toBe(7 * 65);
    expect(tenantOf(calendar, "quick-0")?.clocks.nkpWindow).toEqual({ outsideDays: 0, unknownDays: 0 });
  });
});
