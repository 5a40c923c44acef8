import type { ClusterPlan, NodePool } from "@nkp-planner/core";
import type { ClusterShape, PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { type CheckedPool, countOf } from "./checked-pool.ts";

/** Pools of a file by the planned pools that they make up. */
export interface MatchedPools {
  readonly controlPlane: CheckedPool | null;
  readonly pools: readonly CheckedPool[];
  readonly others: readonly PoolShape[];
}

/**
 * Tells pools of a file apart by their names: the planned name, alone or with the zone behind it, as provisioning files
 * have it. Where one pool and one planned pool are left, they are each other.
 */
export function matchPools(planned: ClusterPlan, { controlPlane, pools }: ClusterShape): MatchedPools {
  const workers = planned.pools.filter(({ role }) => role !== "control-plane");
  const plane = planned.pools.find(({ role }) => role === "control-plane");
  const byPool = new Map<NodePool, PoolShape[]>(workers.map((pool) => [pool, []]));
  const left: PoolShape[] = [];
  for (const pool of pools) {
    const own = nearestOf(pool.name, workers);
    if (own === undefined) left.push(pool);
    else byPool.get(own)?.push(pool);
  }
  const [open, another] = workers.filter((pool) => byPool.get(pool)?.length === 0);
  const [only, more] = left;
  const isOne = open !== undefined && another === undefined && only !== undefined && more === undefined;
  if (isOne) byPool.get(open)?.push(only);
  return {
    controlPlane: plane === undefined ? null : checkedPool(plane, controlPlane === null ? [] : [controlPlane]),
    pools: workers.map((pool) => checkedPool(pool, byPool.get(pool) ?? [])),
    others: isOne ? [] : left,
  };
}

/** `workload-zone-1` is `workload`, unless there is a pool of that name; the longest name that fits is meant. */
function nearestOf(name: string, pools: readonly NodePool[]): NodePool | undefined {
  return pools
    .filter((pool) => name === pool.name || name.startsWith(`${pool.name}-`))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function checkedPool(planned: NodePool, declared: readonly PoolShape[]): CheckedPool {
  const counts = declared.map(countOf);
  const nodeCount = counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    0,
  );
  return { planned, declared, nodeCount };
}
