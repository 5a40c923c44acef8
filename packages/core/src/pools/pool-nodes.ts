import type { PlanningContext } from "../context.ts";
import type { PoolRole } from "../models/operating-model.ts";
import { numberOf } from "../parameters.ts";
import type { Allocatable, Node } from "../scheduling/node.ts";
import { labelsOf, taintsOf } from "./cluster-pods.ts";
import type { NodePool } from "./node-pool.ts";

/** Over how many zones nodes take turns. */
export function zoneCountOf({ choices }: PlanningContext): number {
  return numberOf(choices, "zones");
}

/** The nodes of a pool as the scheduler sees them; with several zones they take turns. */
export function nodesOfPool(
  pool: Pick<NodePool, "role" | "nodeCount" | "allocatablePerNode">,
  zoneCount: number,
): readonly Node[] {
  const nodeAt = nodeMaker(pool.role, pool.allocatablePerNode, zoneCount);
  return Array.from({ length: pool.nodeCount }, (_, index) => nodeAt(index));
}

/** Makes the n-th node of a pool. */
export function nodeMaker(role: PoolRole, allocatable: Allocatable, zoneCount: number): (index: number) => Node {
  const labels = labelsOf(role);
  const taints = taintsOf(role);
  return (index) => ({
    name: `${role}-${index + 1}`,
    allocatable,
    zone: zoneCount > 1 ? `zone-${(index % zoneCount) + 1}` : null,
    labels,
    taints,
  });
}
