import { numberOf } from "../../input/parameters.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { Allocatable, Node } from "../../scheduling/node.ts";
import type { NodePool, PoolKind } from "./node-pool.ts";
import { type NodesAlike, nodesAlike } from "./nodes-alike.ts";

/** Over how many zones nodes take turns. */
export function zoneCountOf({ choices }: PricedContext): number {
  return numberOf(choices, "zones");
}

/** The nodes of a pool as the scheduler sees them; with several zones they take turns. */
export function nodesOfPool(pool: PoolOfNodes, zoneCount: number): readonly Node[] {
  const nodeAt = nodeMaker(pool, pool.allocatablePerNode, zoneCount);
  return Array.from({ length: pool.nodeCount }, (_, index) => nodeAt(index));
}

/** The nodes of a pool by their zone. */
export function alikeInPool(pool: PoolOfNodes, zoneCount: number): readonly NodesAlike[] {
  return nodesAlike(nodeMaker(pool, pool.allocatablePerNode, zoneCount), pool.nodeCount, zoneCount);
}

type PoolOfNodes = Pick<NodePool, "name" | "labels" | "taints" | "nodeCount" | "allocatablePerNode">;

/** Makes the n-th node of a pool. */
export function nodeMaker(
  { name, labels, taints }: Pick<PoolKind, "name" | "labels" | "taints">,
  allocatable: Allocatable,
  zoneCount: number,
): (index: number) => Node {
  return (index) => ({
    name: `${name}-${index + 1}`,
    allocatable,
    zone: zoneCount > 1 ? zoneName(index % zoneCount) : null,
    labels,
    taints,
  });
}

/** What the zones of a plan are called. */
export function zoneName(index: number): string {
  return `zone-${index + 1}`;
}
