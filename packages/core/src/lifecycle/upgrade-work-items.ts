import type { IsoDate } from "../base/provenance.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import type { UpgradeCalendar } from "./play-upgrades.ts";

/** What there is to do for upgrades, in the order in which it is listed. */
export const UPGRADE_WORK_KINDS = [
  "node-rollouts",
  "plane-rollouts",
  "validations",
  "coordinations",
  "notices",
] as const;
export type UpgradeWorkKind = (typeof UPGRADE_WORK_KINDS)[number];

/** So much to do of one kind, for one cluster on one day. */
export interface UpgradeWorkItem {
  readonly kind: UpgradeWorkKind;
  readonly clusterName: string;
  readonly due: IsoDate;
  /** Nodes, platforms of management clusters, sets of applications, tenants, attached clusters. */
  readonly count: number;
}

/**
 * What the upgrades of a calendar ask for: nodes replaced on every step of the way; the platform of a plane on each;
 * each set of applications tried once on each minor version, with the first cluster that gets it; each tenant of a
 * cluster agreed with; of an upgrade of a plane each attached cluster told. What is not there is left out.
 * @param nodeCounts by the name of the cluster; one that is not named has none
 */
export function upgradeWorkItems(
  { clusters, readiness }: Pick<LifecycleInput, "clusters" | "readiness">,
  calendar: Pick<UpgradeCalendar, "planes" | "clusters">,
  nodeCounts: ReadonlyMap<string, number>,
): readonly UpgradeWorkItem[] {
  const attachedCounts = new Map<string, number>();
  for (const { managedBy } of clusters)
    if (managedBy !== null) attachedCounts.set(managedBy, (attachedCounts.get(managedBy) ?? 0) + 1);
  const tenantIds = new Map(clusters.map((cluster) => [cluster.name, cluster.tenantIds]));
  const planes = new Set(calendar.planes.map(({ name }) => name));
  const setOf = new Map(readiness.map((one) => [one.tenantId, applicationsOf(one)]));
  const tried = new Set<string>();
  const isFirst = (name: string) => !tried.has(name) && tried.add(name).size > 0;
  return movesOf(calendar).flatMap(({ name, minor, movedOn, legCount }) => {
    const tenants = tenantIds.get(name) ?? [];
    const counts: Readonly<Record<UpgradeWorkKind, number>> = {
      "node-rollouts": legCount * (nodeCounts.get(name) ?? 0),
      "plane-rollouts": planes.has(name) ? legCount : 0,
      validations: tenants.filter((id) => isFirst(`${minor} ${setOf.get(id)}`)).length,
      coordinations: tenants.length,
      notices: attachedCounts.get(name) ?? 0,
    };
    return UPGRADE_WORK_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
      ...{ kind, clusterName: name, due: movedOn, count: counts[kind] },
    }));
  });
}

/** A tenant of which no set of applications is named has one of its own. */
function applicationsOf({ tenantId, applicationsId }: LifecycleInput["readiness"][number]): string {
  return applicationsId === undefined ? `tenant ${tenantId}` : `applications ${applicationsId}`;
}

interface MoveDone {
  readonly name: string;
  readonly minor: string;
  readonly movedOn: IsoDate;
  /** Steps of the way: one more than there are versions between. */
  readonly legCount: number;
}

/** In the order of their days; on one day planes first, then clusters as they are listed. */
function movesOf({ planes, clusters }: Pick<UpgradeCalendar, "planes" | "clusters">): readonly MoveDone[] {
  const moves = [...planes, ...clusters].flatMap(({ name, steps }) =>
    steps.flatMap(({ minor, movedOn, via }) =>
      movedOn === null ? [] : [{ name, minor, movedOn, legCount: 1 + via.length }],
    ),
  );
  return moves.sort((a, b) => (a.movedOn < b.movedOn ? -1 : a.movedOn > b.movedOn ? 1 : 0));
}
