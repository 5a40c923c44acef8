import { numberOf } from "../../input/parameters.ts";
import type { PoolRole } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { Allocatable, Node } from "../../scheduling/node.ts";
import { capacityOf, keptByKernelBytes } from "./allocatable.ts";
import { labelsOf, taintsOf } from "./cluster-pods.ts";
import type { NodePool } from "./node-pool.ts";
import { type NodesAlike, nodesAlike } from "./nodes-alike.ts";

/** Over how many zones nodes take turns. */
export function zoneCountOf({ choices }: PricedContext): number {
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

/** The nodes of a pool by their zone. */
export function alikeInPool(
  { role, nodeCount, allocatablePerNode }: Pick<NodePool, "role" | "nodeCount" | "allocatablePerNode">,
  zoneCount: number,
): readonly NodesAlike[] {
  return nodesAlike(nodeMaker(role, allocatablePerNode, zoneCount), nodeCount, zoneCount);
}

/** Makes the n-th node of a pool. */
export function nodeMaker(role: PoolRole, allocatable: Allocatable, zoneCount: number): (index: number) => Node {
  const labels = labelsOf(role);
  const taints = taintsOf(role);
  return (index) => ({
    name: `${role}-${index + 1}`,
    allocatable,
    zone: zoneCount > 1 ? zoneName(index % zoneCount) : null,
    labels,
    taints,
  });
}

/** What every node of a pool is made with, as its cluster's files must say it. */
export interface NodeTraits {
  readonly labels: Node["labels"];
  readonly taints: Node["taints"];
  /** In which nodes take turns; empty where zones do not matter. */
  readonly zones: readonly string[];
  /** What a node reports, before the kubelet keeps its part. */
  readonly capacityPerNode: Allocatable;
}

export function nodeTraitsOf(pool: NodePool, context: PricedContext): NodeTraits {
  const { cpuMillicores, memoryBytes } = capacityOf(pool.shape);
  const zoneCount = zoneCountOf(context);
  return {
    labels: labelsOf(pool.role),
    taints: taintsOf(pool.role),
    zones: zoneCount > 1 ? Array.from({ length: zoneCount }, (_, index) => zoneName(index)) : [],
    capacityPerNode: {
      cpuMillicores,
      memoryBytes: memoryBytes - keptByKernelBytes(pool.shape, context),
      podCount: pool.allocatablePerNode.podCount,
    },
  };
}

function zoneName(index: number): string {
  return `zone-${index + 1}`;
}
