import { groupedBy } from "../base/grouped.ts";
import type { ClusterToUpgrade, LifecycleInput, TenantReadiness } from "./lifecycle-input.ts";

/** Clusters that nothing but names tells apart: one way through the releases is that of all. */
export interface AlikeClusters {
  /** By name: who of those that are waited for alike comes first. */
  readonly first: ClusterToUpgrade;
  /** As they are listed, the first among them. */
  readonly all: readonly ClusterToUpgrade[];
}

/**
 * Groups clusters that are played alike: of one role, plane, workspace and version, on the same Prism Central and AOS,
 * each with one tenant, of the same pace, and with names that are too long for the same risks.
 */
export function alikeClusters({
  clusters,
  readiness,
  facts,
}: Pick<LifecycleInput, "clusters" | "readiness" | "facts">): readonly AlikeClusters[] {
  const paces = new Map(readiness.map((one) => [one.tenantId, paceText(one)]));
  const limits = facts.upgrades.risks.flatMap(({ limit }) => limit ?? []);
  const groups = groupedBy(clusters, (cluster) => {
    const { role, managedBy, workspace, version, prismCentral, aos, name, tenantIds } = cluster;
    const [tenantId, second] = tenantIds;
    if (role === "management" || tenantId === undefined || second !== undefined) return name;
    const brokenCount = limits.filter((limit) => name.length > limit).length;
    return JSON.stringify([
      ...[role, managedBy, workspace, version, prismCentral, aos],
      ...[brokenCount, paces.get(tenantId)],
    ]);
  });
  return [...groups.values()].map((all) => ({ first: all.reduce((a, b) => (b.name < a.name ? b : a)), all }));
}

function paceText({ readyAfterDays, readyAfterByMinor, freezes, certified }: TenantReadiness): string {
  return JSON.stringify([readyAfterDays, readyAfterByMinor, freezes, certified]);
}
