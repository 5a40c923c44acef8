import type { TenantId } from "../../input/fleet.ts";
import type { SharingCluster, SharingMethod } from "./sharing-method.ts";

/** How many workers the cluster has in which each tenant lives; tenants of none are not among them. */
export function workerCounts(clusters: readonly SharingCluster[]): ReadonlyMap<TenantId, number> {
  return new Map(
    clusters.flatMap(({ tenantIds, nodes: { workers } }) => tenantIds.map((id) => [id, workers] as const)),
  );
}

/** By the workers of the cluster in which each lives. */
export const byNodes = {
  id: "by-nodes",
  weightsOf: (tenantIds, _basis, clusters) => {
    const counts = workerCounts(clusters);
    return tenantIds.map((id) => BigInt(counts.get(id) ?? 0));
  },
} as const satisfies SharingMethod;
