import { type ClusterPlan, type FleetPlan, gibOf, type NodePool, vcpuOf } from "@nkp-planner/core";

export interface PoolRow {
  readonly pool: NodePool;
  /** The figure that opens the pool to the steps of its count. */
  readonly figureId: string;
  /** Nodes that growth and headroom add. */
  readonly reserveNodeCount: number;
  /** How much more fits before one node more is needed; null where nothing is counted. */
  readonly room: { readonly vcpu: number; readonly memoryGiB: number } | null;
}

export interface ClusterRows {
  readonly cluster: ClusterPlan;
  readonly pools: readonly PoolRow[];
}

/** Cluster by cluster, what its pools need, what comes on top and until when that holds. */
export function clusterRows({ clusters }: FleetPlan): readonly ClusterRows[] {
  return clusters.map((cluster) => ({ cluster, pools: cluster.pools.map((pool) => poolRow(cluster, pool)) }));
}

export function poolsOfPlan(plan: FleetPlan): readonly PoolRow[] {
  return clusterRows(plan).flatMap(({ pools }) => pools);
}

function poolRow({ name }: ClusterPlan, pool: NodePool): PoolRow {
  const { role, steps, room } = pool;
  return {
    pool,
    figureId: `cluster.${name}.${role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`,
    reserveNodeCount: steps
      .filter(({ reason }) => reason === "growth" || reason === "headroom")
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0),
    room: room && { vcpu: vcpuOf(room.cpuMillicores), memoryGiB: gibOf(room.memoryBytes) },
  };
}
