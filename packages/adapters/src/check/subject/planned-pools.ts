import type { ClusterPlan } from "@nkp-planner/core";
import type { Checked, CheckedCluster } from "./checked.ts";
import type { CheckedPool } from "./checked-pool.ts";

/** A pool of a cluster that a plan knows. */
export interface PlannedPoolOfFile {
  readonly cluster: CheckedCluster;
  readonly planned: ClusterPlan;
  readonly pool: CheckedPool;
}

/** Every planned pool of the clusters that files declare, control planes first. */
export function* plannedPools({ clusters }: Checked): Iterable<PlannedPoolOfFile> {
  for (const cluster of clusters) {
    const { planned, controlPlane, pools } = cluster;
    if (planned === null) continue;
    for (const pool of controlPlane === null ? pools : [controlPlane, ...pools]) yield { cluster, planned, pool };
  }
}
