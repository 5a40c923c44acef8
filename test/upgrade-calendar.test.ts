import {
  type ClusterUpgrades,
  daysBetween,
  type LifecycleInput,
  playUpgrades,
  type UpgradeCalendar,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import {
  attachedOf,
  fleetToPlay,
  paceOf,
  planeOf,
  policyOf,
  selfManagedOf,
  TOY_FACTS,
  upgradeFacts,
  versionsOf,
} from "./support/upgrades.ts";

/** A minor version comes out every hundred days from 2026-01-01 on, day 0, on which 2.1 does. */
const YEAR = 365;
const dayOf = (date: string | null | undefined) => (date == null ? null : daysBetween("2026-01-01", date));
const clusterOf = ({ clusters, planes }: UpgradeCalendar, name: string): ClusterUpgrades => {
  const found = [...clusters, ...planes].find((one) => one.name === name);
  if (found === undefined) throw new Error(`No cluster ${name}.`);
  return found;
};
const movedDays = (calendar: UpgradeCalendar, name: string) =>
  clusterOf(calendar, name).steps.map(({ movedOn }) => dayOf(movedOn));
const only = (input: LifecycleInput) => playUpgrades(input).clusters[0] as ClusterUpgrades;

describe("releases to come", () => {
  it("are counted from the last known one", () => {
    const { releases } = playUpgrades(fleetToPlay([paceOf("a")]));
    expect(releases.map(({ minor, releasedOn }) => [minor, dayOf(releasedOn)])).toEqual([
      ["2.2", 100],
      ["2.3", 200],
      ["2.4", 300],
    ]);
  });

  it("come on the first day where they are overdue, and are counted from there", () => {
    const { releases, findings } = playUpgrades(fleetToPlay([paceOf("a")], { asOf: "2026-08-01" }));
    expect(releases.slice(0, 2).map(({ minor, releasedOn }) => [minor, releasedOn])).toEqual([
      ["2.2", "2026-08-01"],
      ["2.3", "2026-11-09"],
    ]);
    expect(findings.map(({ code }) => code)).toContain("releases-assumed");
  });

  it("come up to the day before the horizon's end, and are held back until then only", () => {
    const { clusters, horizonDays } = playUpgrades(
      fleetToPlay([paceOf("a"), paceOf("b", { readyAfterDays: null })], {
        policy: policyOf({ daysBetweenMinors: 73 }),
      }),
    );
    expect(horizonDays).toBe(YEAR);
    // 2.2 on day 73, 2.3 on 146, 2.4 on 219, 2.5 on 292; 2.6 on day 365 is no day of the year any more.
    expect(clusters[0]?.steps.map(({ minor, heldBackDays }) => [minor, heldBackDays])).toEqual([
      ["2.2", 0],
      ["2.3", YEAR - 146],
      ["2.4", YEAR - 219],
      ["2.5", YEAR - 292],
    ]);
  });
});

describe("a tenant that is never ready", () => {
  it("moves never, with the reason, and blocks the others one version later", () => {
    const calendar = playUpgrades(fleetToPlay([paceOf("a"), paceOf("b", { readyAfterDays: null })]));
    expect(clusterOf(calendar, "tenant-b").steps[0]).toMatchObject({
      wantedOn: null,
      movedOn: null,
      to: null,
      neverReason: "never-ready",
      heldBackDays: 0,
    });
    expect(clusterOf(calendar, "tenant-a").steps.map(({ neverReason }) => neverReason)).toEqual([
      null,
      "blocked",
      "blocked",
    ]);
    // Of 2.3 from day 200 and of 2.4 from day 300.
    expect(calendar.blocks).toEqual([{ tenantId: "b", blockedTenantId: "a", days: YEAR - 200 + YEAR - 300 }]);
    const [a, b] = calendar.tenants;
    expect(a).toMatchObject({ heldBackDays: YEAR - 200, heldBackReleaseDays: 65 + 165, ownWaitDays: 0 });
    expect(b).toMatchObject({ heldBackDays: 0, ownWaitDays: YEAR - 100, upgradeCount: 0 });
  });

  it("may be late for one minor version alone", () => {
    const late = paceOf("b", { readyAfterByMinor: { "2.2": 150 } });
    const calendar = playUpgrades(fleetToPlay([paceOf("a"), late]));
    expect(movedDays(calendar, "tenant-b")).toEqual([250, 251, 300]);
    expect(movedDays(calendar, "tenant-a")).toEqual([100, 250, 300]);
  });

  it("may be so as it is certified for versions that are out alone", () => {
    const cluster = only(fleetToPlay([paceOf("a", { certified: ["2.1"] })]));
    expect(cluster.steps.map(({ neverReason }) => neverReason)).toEqual(Array(3).fill("not-certified"));
  });
});

describe("several in one cluster", () => {
  it("wait for each other, and each is told for itself", () => {
    const shared = { ...attachedOf("a"), name: "shared", tenantIds: ["a", "b"] };
    const readiness = [paceOf("a", { readyAfterDays: 10 }), paceOf("b", { readyAfterDays: 40 })];
    const { clusters, tenants, blocks } = playUpgrades({ ...fleetToPlay(readiness), clusters: [planeOf(), shared] });
    // The cluster itself wants it when both do, and waits for nobody.
    expect(clusters[0]?.steps.map(({ heldBackDays }) => heldBackDays)).toEqual([0, 0, 0]);
    expect(tenants.map(({ heldBackReleaseDays }) => heldBackReleaseDays)).toEqual([3 * (40 - 10), 0]);
    expect(blocks).toEqual([{ tenantId: "b", blockedTenantId: "a", days: 90 }]);
  });
});

describe("the provider's windows and the tenants' freezes", () => {
  it("hold until the next window, which is nobody else's doing", () => {
    const maintenance = { everyDays: 30, from: "2026-01-01" };
    const calendar = playUpgrades(fleetToPlay([paceOf("a")], { policy: policyOf({ maintenance }) }));
    // Windows on days 120, 210 and 300.
    expect(movedDays(calendar, "tenant-a")).toEqual([120, 210, 300]);
    expect(calendar.clusters[0]?.steps[0]?.heldBy).toEqual([{ by: "maintenance", tenantId: null, days: 20 }]);
    expect(calendar.tenants[0]).toMatchObject({ heldBackDays: 0, maintenanceDays: 20 + 10 });
  });

  it("end where the last listed day is over", () => {
    const maintenance = { days: ["2026-05-01"] };
    const calendar = playUpgrades(fleetToPlay([paceOf("a")], { policy: policyOf({ maintenance }) }));
    expect(movedDays(calendar, "tenant-a")).toEqual([dayOf("2026-05-01"), null, null]);
    expect(calendar.clusters[0]?.steps[1]?.neverReason).toBe("no-window");
  });

  it("push a move from day to day until both let it pass", () => {
    // 2.2 on day 100, 2026-04-11. Windows on days 105, 115 and 125; frozen from day 103 to day 116.
    const maintenance = { everyDays: 10, from: "2026-01-06" };
    const freezes = [{ from: "2026-04-14", to: "2026-04-27" }];
    const readiness = [paceOf("a", { freezes }), paceOf("b")];
    const calendar = playUpgrades(
      fleetToPlay(readiness, { policy: policyOf({ maintenance, couplingScope: "workspace" }) }),
    );
    expect(movedDays(calendar, "tenant-b")[0]).toBe(125);
    // From day 100 to 105 for a window, to 117 for the freeze, to 125 for a window.
    expect(clusterOf(calendar, "tenant-b").steps[0]?.heldBy).toEqual([
      { by: "maintenance", tenantId: null, days: 5 + 8 },
      { by: "tenant", tenantId: "a", days: 12 },
    ]);
    // a waits for nobody but itself: what its own freeze costs is not the others'. 2.3 of day 200 and 2.4 of day 300
    // wait five days each for a window.
    expect(calendar.tenants[0]).toMatchObject({ heldBackDays: 0, maintenanceDays: 13 + 5 + 5, ownWaitDays: 12 });
  });

  it("leave the plane out of the freezes, and count the provider's own delay", () => {
    const freezes = [{ from: "2026-04-11", to: "2026-04-20" }];
    const calendar = playUpgrades(
      fleetToPlay([paceOf("a", { freezes })], { policy: policyOf({ planeDelayDays: 14 }) }),
    );
    expect(movedDays(calendar, "plane")[0]).toBe(114);
    // Frozen from day 100 to 109; then the plane is not there yet.
    expect(calendar.clusters[0]?.steps[0]).toMatchObject({
      wantedOn: "2026-04-21",
      movedOn: "2026-04-25",
      heldBy: [{ by: "plane", tenantId: null, days: 4 }],
    });
  });
});

describe("the end of a window", () => {
  const slow = paceOf("a", { readyAfterDays: 1000 });
  const force = policyOf({ whenWindowEnds: "force", selfManagedMinorsBehind: 1 });

  it("forces a cluster on the last day before it would be too old", () => {
    const calendar = playUpgrades(fleetToPlay([slow], { policy: force, isSelfManaged: true }));
    // At 2.1 it may stay until 2.3 comes out, on day 200.
    expect(movedDays(calendar, "tenant-a")).toEqual([199, 299, null]);
    expect(calendar.tenants[0]).toMatchObject({ upgradeCount: 2, forcedUpgradeCount: 2 });
    expect(calendar.clusters[0]?.clocks.nkpWindow.outsideDays).toBe(0);
    expect(calendar.events.filter(({ code }) => code === "cluster-forced")).toHaveLength(2);
  });

  it("forces it before a freeze that lies on that day, and after one that leaves no day", () => {
    const day = (from: string, to: string) => ({ ...slow, freezes: [{ from, to }] });
    const moved = (from: string, to: string) =>
      movedDays(playUpgrades(fleetToPlay([day(from, to)], { policy: force, isSelfManaged: true })), "tenant-a")[0];
    // Days 190 to 210, and 90 to 210.
    expect(moved("2026-07-10", "2026-07-30")).toBe(189);
    expect(moved("2026-04-01", "2026-07-30")).toBe(211);
  });

  it("forces it to a version that its tenants may not run, where there is no way to one that they may", () => {
    const versions = versionsOf({ "2.1.0": "2025-06-01", "2.2.0": "2025-10-10", "2.2.1": "2025-11-01" });
    const refused = { from: "2.1.0", to: "2.2.0", isSupported: false, advisedAgainst: null };
    const facts = { ...TOY_FACTS, versions, upgrades: upgradeFacts({ paths: [refused] }) };
    const input = { ...fleetToPlay([paceOf("a", { certified: ["2.2.0"] })]), facts, clusters: [selfManagedOf("a")] };
    expect(only(input).steps[0]).toMatchObject({ movedOn: null, neverReason: "no-path" });
    // 2.3 comes 100 days after 2025-10-10, on 2026-01-18.
    expect(only({ ...input, policy: force }).steps[0]).toMatchObject({
      to: "2.2.1",
      movedOn: "2026-01-17",
      isForced: true,
    });
  });

  it("forces nobody whose window is not known", () => {
    const policy = policyOf({ whenWindowEnds: "force", selfManagedMinorsBehind: null });
    const calendar = playUpgrades(fleetToPlay([slow], { policy, isSelfManaged: true }));
    expect(movedDays(calendar, "tenant-a")).toEqual([null, null, null]);
    expect(calendar.findings.map(({ code }) => code)).toContain("window-unknown");
  });
});

describe("the way from version to version", () => {
  const versions = versionsOf({ "2.1.0": "2025-06-01", "2.1.1": "2026-02-01", "2.2.0": "2026-01-15" });
  const refused = { from: "2.1.0", to: "2.2.0", isSupported: false, advisedAgainst: null };
  const first = (paths: Parameters<typeof upgradeFacts>[0]["paths"], version = "2.1.0") => {
    const upgrades = upgradeFacts({ paths: paths ?? [] });
    const clusters = [selfManagedOf("a", { version })];
    return only({ ...fleetToPlay([paceOf("a")]), clusters, facts: { ...TOY_FACTS, versions, upgrades } }).steps[0];
  };

  it("is direct, unless the table refuses it: then through the patch that it lets pass, when that is out", () => {
    expect(first([])).toMatchObject({ from: "2.1.0", to: "2.2.0", via: [], movedOn: "2026-01-15" });
    expect(first([refused])).toMatchObject({
      to: "2.2.0",
      via: ["2.1.1"],
      movedOn: "2026-02-01",
      heldBy: [{ by: "path", tenantId: null, days: 17 }],
    });
  });

  it("is none where the table refuses all", () => {
    expect(first([refused, { ...refused, from: "2.1.1" }])).toMatchObject({ to: null, neverReason: "no-path" });
  });

  it("is marked where somebody advises against it", () => {
    const advised = { ...refused, isSupported: true, advisedAgainst: "a field guide" };
    expect(first([advised])).toMatchObject({ advisedAgainst: ["a field guide"], isRecommended: false });
    expect(first([])).toMatchObject({ advisedAgainst: [], isRecommended: true });
  });

  it("leads to the newest patch of the day, or to one that the tenant may run", () => {
    const clusters = [selfManagedOf("a")];
    const dated = versionsOf({ "2.1.0": "2025-06-01", "2.2.0": "2025-10-01", "2.2.1": "2025-11-01" });
    const to = (certified: readonly string[] | null) =>
      only({ ...fleetToPlay([paceOf("a", { certified })]), clusters, facts: { ...TOY_FACTS, versions: dated } })
        .steps[0]?.to;
    expect(to(null)).toBe("2.2.1");
    expect(to(["2.2"])).toBe("2.2.1");
    expect(to(["2.2.0"])).toBe("2.2.0");
  });
});

describe("risks of a step", () => {
  const risk = { fromMinor: null, toMinor: "2.2", limit: null, message: "…", fixedIn: null };
  const risks = [
    { ...risk, id: "long-name", condition: "cluster-name-longer" as const, limit: 8 },
    { ...risk, id: "mixed", condition: "versions-mixed" as const },
    { ...risk, id: "mended", condition: "always" as const, fixedIn: "2.2.0" },
    { ...risk, id: "later", condition: "always" as const, toMinor: "2.3" },
    { ...risk, id: "from-2.2", condition: "always" as const, fromMinor: "2.2" },
  ];
  const played = (answers: LifecycleInput["policy"]["answers"], name = "tenant-a") => {
    const facts = { ...TOY_FACTS, upgrades: upgradeFacts({ risks }) };
    const clusters = [selfManagedOf("a", { name })];
    return only({ ...fleetToPlay([paceOf("a")]), facts, clusters, policy: policyOf({ answers }) }).steps;
  };

  it("apply, do not, or are unknown, which counts as not recommended", () => {
    const [first, second] = played({});
    expect(first).toMatchObject({
      risks: [
        { riskId: "long-name", state: "does-not-apply" },
        { riskId: "mixed", state: "unknown" },
      ],
      isRecommended: false,
    });
    expect(second?.risks.map(({ riskId }) => riskId)).toEqual(["long-name", "mixed", "later", "from-2.2"]);
    expect(played({ "versions-mixed": false })[0]?.isRecommended).toBe(true);
    expect(played({ "versions-mixed": false }, "tenant-ab")[0]?.risks[0]?.state).toBe("applies");
  });
});

describe("Prism Central", () => {
  const support = { releasedOn: "2025-01-01", maintenanceEndsOn: "2026-03-01", supportEndsOn: "2026-06-30" };
  const infrastructure = [
    { product: "prism-central" as const, version: "pc.1", ...support },
    {
      product: "prism-central" as const,
      version: "pc.2",
      ...support,
      releasedOn: "2025-12-01",
      supportEndsOn: "2027-12-31",
    },
    { product: "aos" as const, version: "7.1", ...support, supportEndsOn: "2027-12-31" },
  ];
  const floors = [{ minor: "2.3", prismCentral: "pc.2", aos: "7.1" }];
  const facts = { ...TOY_FACTS, upgrades: upgradeFacts({ infrastructure, floors }) };
  const readiness = [paceOf("a"), paceOf("b", { readyAfterDays: 90 })];
  const clusters = ["a", "b"].map((id) => selfManagedOf(id, { prismCentral: "pc.1", aos: "7.1" }));
  const play = (policy: Partial<LifecycleInput["policy"]>) =>
    playUpgrades({ ...fleetToPlay(readiness), facts, clusters, policy: policyOf(policy) });

  it("is raised under all with the first that needs it, which holds nobody", () => {
    const calendar = play({});
    // 2.3 comes out on day 200. On that day a moves to it, and b still runs 2.2, of which nobody says that pc.2 carries it.
    expect(calendar.prismCentralRaised).toEqual([
      { version: "pc.2", raisedOn: "2026-07-20", neededBy: "tenant-a", olderClusterCount: 1 },
    ]);
    expect(movedDays(calendar, "tenant-a")).toEqual([100, 200, 300]);
    expect(movedDays(calendar, "tenant-b")).toEqual([190, 290, null]);
    const codes = calendar.findings.map(({ code }) => code);
    expect(codes).toEqual(["releases-assumed", "older-under-newer", "raised-as-needed"]);
    // Support of pc.1 ends with day 180, on 2026-06-30; until day 200 both are without.
    for (const { clocks } of calendar.clusters)
      expect(clocks.infrastructure).toEqual({ outsideDays: 200 - 181, unknownDays: 0 });
  });

  it("is waited for where the provider has days for it", () => {
    const calendar = play({ prismCentralDays: ["2026-08-01"] });
    const day = dayOf("2026-08-01") as number;
    expect(movedDays(calendar, "tenant-a")).toEqual([100, day, 300]);
    expect(calendar.clusters[0]?.steps[1]?.heldBy).toEqual([{ by: "prism-central", tenantId: null, days: day - 200 }]);
    expect(calendar.prismCentralRaised).toMatchObject([
      { raisedOn: "2026-08-01", neededBy: null, olderClusterCount: 1 },
    ]);
    expect(play({ prismCentralDays: ["2026-02-01"] }).prismCentralRaised[0]?.raisedOn).toBe("2026-02-01");
    const never = play({ prismCentralDays: [] });
    expect(never.clusters[0]?.steps[1]?.neverReason).toBe("no-prism-central-day");
  });

  it("of each cluster's own is raised with that cluster alone", () => {
    const calendar = play({ prismCentral: "own" });
    expect(calendar.prismCentralRaised).toEqual([]);
    expect(calendar.clusters.map(({ clocks }) => clocks.infrastructure.outsideDays)).toEqual([200 - 181, 290 - 181]);
  });

  it("that is not known counts as unknown until it is raised, never as fine", () => {
    const unknown = clusters.map((one) => ({ ...one, prismCentral: null }));
    const calendar = playUpgrades({ ...fleetToPlay(readiness), facts, clusters: unknown });
    expect(calendar.clusters[0]?.clocks.infrastructure).toEqual({ outsideDays: 0, unknownDays: 200 });
  });
});

describe("the clock of Kubernetes", () => {
  it("is over on the day after its end, and unknown where no end is known", () => {
    // 2.1 carries Kubernetes 1.11, patched until day 49 inclusive; of that of 2.2, day 100, no end is known.
    const known = { minor: "1.11", endOfLifeOn: "2026-02-19", confidence: "documented" as const, sources: [] };
    const facts = { ...TOY_FACTS, kubernetesSupport: [known] };
    const { clocks } = only(fleetToPlay([paceOf("a")], { facts, isSelfManaged: true }));
    expect(clocks.kubernetes).toEqual({ outsideDays: 100 - 50, unknownDays: YEAR - 100 });
  });

  it("is told of a version that is out of support on the first day, which is no mistake", () => {
    const known = { minor: "1.11", endOfLifeOn: "2025-12-31", confidence: "documented" as const, sources: [] };
    const versions = versionsOf({ "2.1.0": "2025-01-01", "2.2.0": "2025-05-01", "2.3.0": "2025-09-01" });
    const facts = { ...TOY_FACTS, versions, kubernetesSupport: [known] };
    const clusters = [planeOf({ version: "2.2.0" }), attachedOf("a"), attachedOf("b")];
    const { findings } = playUpgrades({ ...fleetToPlay([paceOf("a"), paceOf("b")]), facts, clusters });
    const codes = findings.map(({ code }) => code);
    // 2.1 is two behind 2.3, 2.2 but one; 2.4, which is overdue, is no fact.
    expect(codes.filter((code) => code === "release-out-of-window")).toHaveLength(1);
    expect(codes.filter((code) => code === "kubernetes-unpatched")).toHaveLength(1);
  });
});

describe("what the calendar lists", () => {
  it("versions in flight, with planes, as stretches of days", () => {
    const { versionsInFlight } = playUpgrades(
      fleetToPlay([paceOf("a", { readyAfterDays: 10 }), paceOf("b", { readyAfterDays: null })]),
    );
    expect(
      versionsInFlight.map(({ from, to, versions }) => [
        dayOf(from),
        dayOf(to),
        ...versions.map(({ version, clusterCount }) => `${clusterCount} × ${version}`),
      ]),
    ).toEqual([
      [0, 99, "3 × 2.1.0"],
      [100, 109, "2 × 2.1.0", "1 × 2.2.0"],
      [110, 364, "1 × 2.1.0", "2 × 2.2.0"],
    ]);
  });

  it("events by day, and of one day planes before clusters", () => {
    const { events } = playUpgrades(fleetToPlay([paceOf("a", { readyAfterDays: null }), paceOf("b")]));
    expect(events.map(({ date, code, clusterName, version }) => [dayOf(date), code, clusterName, version])).toEqual([
      [0, "minor-released", null, "2.1"],
      [100, "minor-released", null, "2.2"],
      [100, "plane-moved", "plane", "2.2.0"],
      [100, "cluster-moved", "tenant-b", "2.2.0"],
      [200, "minor-released", null, "2.3"],
      [200, "window-left", "tenant-a", "2.1.0"],
      [300, "minor-released", null, "2.4"],
      [300, "window-left", "plane", "2.2.0"],
      [300, "window-left", "tenant-b", "2.2.0"],
    ]);
  });

  it("stages in the order of the policy, on which no day hangs", () => {
    const [vendor, guide] = (["vendor", "field-guide"] as const).map((order) =>
      playUpgrades(fleetToPlay([paceOf("a")], { policy: policyOf({ order }) })),
    );
    expect(vendor?.stages.indexOf("workspace-applications")).toBe(1);
    expect(guide?.stages.indexOf("workspace-applications")).toBe(2);
    expect(guide?.events).toEqual(vendor?.events);
  });
});

describe("stretches of clocks", () => {
  it("are the days that the clocks count: out of a window of one from the second newer release on", () => {
    // 2.1 runs for ever; 2.2 comes on day 100, which is one behind, and 2.3 on day 200, which is one too many.
    const { clusters, planes } = playUpgrades(fleetToPlay([paceOf("a", { readyAfterDays: null }), paceOf("b")]));
    expect(clusters[0]?.clockStretches.nkpWindow).toEqual([{ state: "outside", fromDay: 200, toDay: YEAR }]);
    expect(clusters[0]?.clocks.nkpWindow).toEqual({ outsideDays: YEAR - 200, unknownDays: 0 });
    // Nobody knows of any Kubernetes how long it is supported: a stretch for each version that runs.
    expect(clusters[1]?.clockStretches.kubernetes).toEqual([
      { state: "unknown", fromDay: 0, toDay: 100 },
      { state: "unknown", fromDay: 100, toDay: YEAR },
    ]);
    for (const { clockStretches, clocks } of [...clusters, ...planes]) {
      for (const clock of ["nkpWindow", "kubernetes", "infrastructure"] as const) {
        const daysOf = (state: string) =>
          clockStretches[clock].reduce((sum, part) => sum + (part.state === state ? part.toDay - part.fromDay : 0), 0);
        expect({ outsideDays: daysOf("outside"), unknownDays: daysOf("unknown") }).toEqual(clocks[clock]);
      }
    }
  });

  it("of Prism Central and AOS know nothing until the first known end, and are outside from the day after it", () => {
    const upgrades = upgradeFacts({
      infrastructure: [
        {
          product: "prism-central",
          version: "pc.1",
          releasedOn: "2025-01-01",
          maintenanceEndsOn: "2026-01-01",
          supportEndsOn: "2026-03-01",
        },
      ],
    });
    const clusters = [planeOf({ prismCentral: "pc.1" }), attachedOf("a", { prismCentral: "pc.1" })];
    const [one] = playUpgrades(fleetToPlay([paceOf("a")], { clusters, facts: { ...TOY_FACTS, upgrades } })).clusters;
    // From 2026-01-01, 1 March is day 31 + 28 = 59; of AOS nothing is known.
    expect(one?.clockStretches.infrastructure).toEqual([
      { state: "unknown", fromDay: 0, toDay: 31 + 28 + 1 },
      { state: "outside", fromDay: 31 + 28 + 1, toDay: YEAR },
    ]);
  });
});
