import {
  daysBetween,
  type LifecycleInput,
  playUpgrades,
  type TenantUpgrades,
  type UpgradeCalendar,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOfTenants } from "./support/upgrade-arbitraries.ts";
import { movesDayByDay } from "./support/upgrades-day-by-day.ts";

/** By cluster and minor version: the day moved, the days held back. */
function heldOf({ planes, clusters }: UpgradeCalendar): ReadonlyMap<string, number> {
  const steps = [...planes, ...clusters].flatMap(({ name, role, steps: all }) =>
    // A plane's own wish hangs on its provider's delay alone, so that it is compared, too.
    all.map((step) => [`${role} ${name} ${step.minor}`, step.heldBackDays] as const),
  );
  return new Map(steps);
}

/** What is longer in one calendar than in another. */
function longerThan(relaxed: UpgradeCalendar, strict: UpgradeCalendar): readonly string[] {
  const before = heldOf(strict);
  return [...heldOf(relaxed)].flatMap(([step, days]) => (days > (before.get(step) ?? 0) ? [`${step}: ${days}`] : []));
}

const withPolicy = (input: LifecycleInput, policy: Partial<LifecycleInput["policy"]>) => ({
  ...input,
  policy: { ...input.policy, ...policy },
});
const check = (law: (input: LifecycleInput) => void) => fc.assert(fc.property(fleetOfTenants, law), { numRuns: 100 });

describe("for every fleet, the calendar", () => {
  it("is what one finds day after day", () => {
    check((input) => {
      const calendar = playUpgrades(input);
      const found = [...calendar.planes, ...calendar.clusters].map(({ name, steps }) => [
        name,
        steps.flatMap(({ movedOn }) => (movedOn === null ? [] : [daysBetween(input.asOf, movedOn)])),
      ]);
      expect(new Map(found as [string, number[]][])).toEqual(movesDayByDay(input, calendar.horizonDays));
    });
  });

  it("says of every day that somebody is held back what holds it", () => {
    check((input) => {
      const { planes, clusters } = playUpgrades(input);
      for (const { heldBackDays, heldBy } of [...planes, ...clusters].flatMap(({ steps }) => steps)) {
        expect(heldBy.reduce((sum, { days }) => sum + days, 0)).toBe(heldBackDays);
        // The release itself is never what holds: nobody wants it before it is out.
        expect(heldBy.map(({ by }) => by)).not.toContain("release");
      }
    });
  });

  it("holds nobody longer where a window is larger", () => {
    check((input) => {
      const { attachedMinorsBehind } = input.policy;
      const larger = withPolicy(input, { attachedMinorsBehind: attachedMinorsBehind + 1 });
      expect(longerThan(playUpgrades(larger), playUpgrades(input))).toEqual([]);
    });
  });

  it("holds nobody longer where each cluster moves for itself", () => {
    check((input) => {
      const coupled = playUpgrades(withPolicy(input, { couplingScope: "workspace" }));
      expect(longerThan(playUpgrades(withPolicy(input, { couplingScope: "cluster" })), coupled)).toEqual([]);
    });
  });

  it("holds nobody longer where any day is good", () => {
    check((input) => {
      expect(longerThan(playUpgrades(withPolicy(input, { maintenance: null })), playUpgrades(input))).toEqual([]);
    });
  });

  it("holds nobody longer without one of the tenants", () => {
    check((input) => {
      const { readiness, clusters } = input;
      const fewer = {
        ...input,
        readiness: readiness.slice(1),
        clusters: clusters.filter(({ tenantIds }) => !tenantIds.includes("t0")),
      };
      expect(longerThan(playUpgrades(fewer), playUpgrades(input))).toEqual([]);
    });
  });

  it("of a tenant that looks after itself is the same whoever else there is", () => {
    check((given) => {
      const clusters = given.clusters
        .filter(({ role }) => role !== "management")
        .map((one) => ({ ...one, role: "self-managed" as const, managedBy: null }));
      const input = { ...given, clusters };
      const all = playUpgrades(input);
      expect(all.blocks).toEqual([]);
      for (const [index, cluster] of clusters.entries()) {
        const alone = playUpgrades({
          ...input,
          clusters: [cluster],
          readiness: input.readiness.slice(index, index + 1),
        });
        expect(alone.clusters[0]?.steps).toEqual(all.clusters[index]?.steps);
        const ownAlone = alone.tenants[0] as TenantUpgrades;
        const among = all.tenants[index] as TenantUpgrades;
        // What they share is Prism Central, if anything: it may be raised sooner, and no date hangs on it.
        const { infrastructure } = input.policy.prismCentral === "shared" ? among.clocks : ownAlone.clocks;
        expect({ ...ownAlone, clocks: { ...ownAlone.clocks, infrastructure } }).toEqual(among);
        expect(among.clocks.infrastructure.outsideDays).toBeLessThanOrEqual(ownAlone.clocks.infrastructure.outsideDays);
      }
    });
  });

  it("is the same in whatever order clusters and tenants are listed", () => {
    check((input) => {
      const turned = {
        ...input,
        clusters: input.clusters.toReversed(),
        readiness: input.readiness.toReversed(),
        facts: { ...input.facts, versions: input.facts.versions.toReversed() },
      };
      const [a, b] = [playUpgrades(input), playUpgrades(turned)];
      // Plain data: what JSON has no word for would not come back.
      expect(JSON.parse(JSON.stringify(a))).toEqual(a);
      expect({ ...b, clusters: b.clusters.toReversed(), tenants: b.tenants.toReversed(), findings: [] }).toEqual({
        ...a,
        findings: [],
      });
    });
  });

  it("never takes a day for one within support of which nothing is known", () => {
    check((input) => {
      const { horizonDays, planes, clusters } = playUpgrades(withPolicy(input, { selfManagedMinorsBehind: null }));
      const strict = playUpgrades(withPolicy(input, { selfManagedMinorsBehind: 0 }));
      for (const [index, { role, clocks }] of clusters.entries()) {
        // No end of Kubernetes is known here, and none of AOS: where Prism Central's has not come, nobody knows.
        const { kubernetes, infrastructure } = clocks;
        expect(kubernetes).toEqual({ outsideDays: 0, unknownDays: horizonDays });
        expect(infrastructure.outsideDays + infrastructure.unknownDays).toBe(horizonDays);
        if (role === "attached") continue;
        // Of a window that is not known only the newest version is surely within.
        const { outsideDays } = strict.clusters[index]?.clocks.nkpWindow ?? {};
        expect(clocks.nkpWindow).toEqual({ outsideDays: 0, unknownDays: outsideDays });
      }
      for (const { clocks } of planes) expect(clocks.kubernetes.unknownDays).toBe(horizonDays);
    });
  });

  it("leaves no cluster outside of its window where force is used, no day is forbidden and it begins within", () => {
    check((given) => {
      const input = withPolicy(
        {
          ...given,
          clusters: given.clusters.map((one) => ({ ...one, version: "2.3.0" })),
          readiness: given.readiness.map((one) => ({ ...one, freezes: [] })),
        },
        { whenWindowEnds: "force", maintenance: null, planeDelayDays: 0, selfManagedMinorsBehind: 2 },
      );
      const { planes, clusters, tenants } = playUpgrades(input);
      for (const { clocks } of [...planes, ...clusters]) expect(clocks.nkpWindow.outsideDays).toBe(0);
      const forced = clusters.flatMap(({ steps }) => steps.filter(({ isForced }) => isForced));
      expect(tenants.reduce((sum, { forcedUpgradeCount }) => sum + forcedUpgradeCount, 0)).toBe(forced.length);
    });
  });
});
