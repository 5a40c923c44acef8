import { groupedBy } from "../base/grouped.ts";
import { DAYS_PER_YEAR } from "../base/units.ts";
import type { TenantId } from "../input/fleet.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import type { UpgradeCalendar } from "./play-upgrades.ts";

/** How often something goes wrong with what manages clusters, and for how long; null: not known, which is never 0. */
export interface FailureRates {
  /** Of one plane, or of one self-managed cluster. */
  readonly outagesPerYear: number | null;
  readonly outageHours: number | null;
  /** Of all upgrades of planes and self-managed clusters: 0.02 is one of fifty. */
  readonly failedUpgradeRatio: number | null;
  readonly failedUpgradeHours: number | null;
  /** Of one plane, or of one self-managed cluster. */
  readonly compromisesPerYear: number | null;
  readonly compromiseHours: number | null;
}

/** What one kind of failure does to tenants. */
export interface BlastOfKind {
  readonly kind: "outage" | "failed-upgrade" | "compromise";
  /** Tenants that the worst single one touches. */
  readonly largestTenantCount: number;
  /** Tenants touched × hours, as expected in a year; null: a rate of it is not known. */
  readonly tenantHoursPerYear: number | null;
}

/** A cluster that manages itself or others, and whom it takes along when it fails. */
export interface ManagingCluster {
  readonly clusterName: string;
  readonly role: "management" | "self-managed";
  readonly tenantIds: readonly TenantId[];
}

/** How far the failure of one thing reaches. */
export interface BlastRadius {
  readonly managing: readonly ManagingCluster[];
  readonly kinds: readonly BlastOfKind[];
}

/**
 * Whom an outage, a failed upgrade or a compromise of a plane touches: all tenants under it; of a self-managed cluster
 * its own. What is expected of a year may be the same for both, as fewer things fail for more tenants: what differs is
 * how many at once. `blastRadius(input, playUpgrades(input), rates).kinds` has one entry of each kind.
 */
export function blastRadius(
  { clusters }: Pick<LifecycleInput, "clusters">,
  { planes, clusters: played, horizonDays }: Pick<UpgradeCalendar, "planes" | "clusters" | "horizonDays">,
  rates: FailureRates,
): BlastRadius {
  const attached = groupedBy(clusters, ({ managedBy }) => managedBy);
  const managing = clusters.flatMap(({ name, role, tenantIds }): readonly ManagingCluster[] => {
    if (role === "attached") return [];
    const others = role === "management" ? (attached.get(name) ?? []) : [];
    return [{ clusterName: name, role, tenantIds: [...tenantIds, ...others.flatMap((one) => one.tenantIds)] }];
  });
  const years = horizonDays / DAYS_PER_YEAR;
  const upgradeCounts = new Map(
    [...planes, ...played].map(({ name, steps }) => [name, steps.filter(({ movedOn }) => movedOn !== null).length]),
  );
  const once = () => 1;
  const upgradesPerYear = (name: string) => (upgradeCounts.get(name) ?? 0) / years;
  return {
    managing,
    kinds: [
      blastOf("outage", managing, once, rates.outagesPerYear, rates.outageHours),
      blastOf("failed-upgrade", managing, upgradesPerYear, rates.failedUpgradeRatio, rates.failedUpgradeHours),
      blastOf("compromise", managing, once, rates.compromisesPerYear, rates.compromiseHours),
    ],
  };
}

function blastOf(
  kind: BlastOfKind["kind"],
  managing: readonly ManagingCluster[],
  chancesPerYear: (clusterName: string) => number,
  rate: number | null,
  hours: number | null,
): BlastOfKind {
  let [largestTenantCount, chances] = [0, 0];
  for (const { clusterName, tenantIds } of managing) {
    largestTenantCount = Math.max(largestTenantCount, tenantIds.length);
    chances += chancesPerYear(clusterName) * tenantIds.length;
  }
  return {
    kind,
    largestTenantCount,
    tenantHoursPerYear: rate === null || hours === null ? null : chances * rate * hours,
  };
}
