import { NOTHING, type Resources } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";

/** What a tenant's share of shared costs follows from, for who no longer has its cluster. */
export interface Bearing {
  readonly clusterName: string;
  /** The management cluster, by its name if it were one for all; null: the cluster manages itself. */
  readonly managedBy: string | null;
  /** Whether its agents report to a central stack. */
  readonly isReporting: boolean;
  readonly workerNodeCount: number;
  readonly requests: Resources;
}

/** By what each tenant bears what is shared, in the order of the tenants. @param clusters those in which they live */
export function bearingsOf(
  tenants: readonly Pick<Tenant, "id">[],
  clusters: readonly ClusterPlan[],
  requests: ReadonlyMap<TenantId, Resources>,
): readonly Bearing[] {
  const homes = new Map(clusters.flatMap((cluster) => cluster.tenantIds.map((id) => [id, cluster] as const)));
  return tenants.map(({ id }) => {
    const { name, managedBy, reportsTo, nodes } = homes.get(id) as ClusterPlan;
    return {
      clusterName: name,
      managedBy,
      isReporting: reportsTo !== undefined,
      workerNodeCount: nodes.workers,
      requests: requests.get(id) ?? NOTHING,
    };
  });
}
