import { NOTHING, type Resources } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { SharingBasis } from "../costs/sharing-methods/sharing-method.ts";
import type { TenantId } from "../input/fleet.ts";

/** What a tenant's share of shared costs follows from, for who no longer has its cluster. */
export interface Bearing {
  /** The management cluster, by its name if it were one for all; null: the tenant's cluster manages itself. */
  readonly managedBy: string | null;
  /** Whether its agents report to a central stack. */
  readonly isReporting: boolean;
  readonly workerNodeCount: number;
  readonly requests: Resources;
}

/** By what each tenant bears what is shared, in the order of the tenants. @param clusters those in which they live */
export function bearingsOf(
  clusters: readonly ClusterPlan[],
  { tenants, requests, workerCounts }: SharingBasis,
): readonly Bearing[] {
  const homes = new Map<TenantId, ClusterPlan>();
  for (const cluster of clusters) for (const id of cluster.tenantIds) homes.set(id, cluster);
  return tenants.map(({ id }) => ({
    managedBy: homes.get(id)?.managedBy ?? null,
    isReporting: homes.get(id)?.reportsTo !== undefined,
    workerNodeCount: workerCounts.get(id) ?? 0,
    requests: requests.get(id) ?? NOTHING,
  }));
}
