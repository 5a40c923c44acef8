import { type Resources, sumResources } from "../base/units.ts";
import { type ClusterPlan, daemonDemandsIn } from "../clusters/clusters.ts";
import type { SharingBasis } from "../costs/sharing-methods/sharing-method.ts";
import { addDemand, demandOf, NO_DEMAND } from "../demand/demand.ts";
import type { PlanInput, TenantId } from "../input/fleet.ts";

/** What the tenants of some clusters share costs by. */
export function sharingBasisOf(input: Pick<PlanInput, "tenants">, clusters: readonly ClusterPlan[]): SharingBasis {
  const workerCounts = new Map(
    clusters.flatMap(({ tenantIds, nodes: { workers } }) => tenantIds.map((id) => [id, workers] as const)),
  );
  return { tenants: input.tenants, requests: requestsOf(input, clusters), workerCounts };
}

/** What each tenant requests on the workers of its own cluster, or of one that it shares: DaemonSets where they run included. */
export function requestsOf(
  { tenants }: Pick<PlanInput, "tenants">,
  clusters: readonly ClusterPlan[],
): ReadonlyMap<TenantId, Resources> {
  const own = new Map(
    clusters
      .filter(({ tenantIds }) => tenantIds.length === 1)
      .map(({ tenantIds, pools }) => [tenantIds[0], sumResources(pools.map(({ tenantRequests }) => tenantRequests))]),
  );
  const daemonDemands = daemonDemandsIn(clusters);
  const sharedRequestsOf = (tenant: PlanInput["tenants"][number]) =>
    addDemand(demandOf(tenant), daemonDemands.get(tenant.id) ?? NO_DEMAND).requests;
  return new Map(tenants.map((tenant) => [tenant.id, own.get(tenant.id) ?? sharedRequestsOf(tenant)]));
}
