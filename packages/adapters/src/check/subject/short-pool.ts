import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import type { CheckedCluster } from "./checked.ts";

/** Where a cluster's files give it too few workers: its first pool with fewer than planned, else its first of all. */
export function shortPool({ pools }: Pick<CheckedCluster, "pools">): PoolShape | undefined {
  const short = pools.find(
    ({ planned, nodeCount, declared }) => declared.length > 0 && (nodeCount ?? 0) < planned.nodeCount,
  );
  return (short?.declared ?? pools.flatMap(({ declared }) => declared))[0];
}
