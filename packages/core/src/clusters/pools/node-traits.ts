import type { PricedContext } from "../../prices/priced-context.ts";
import type { Allocatable, Node } from "../../scheduling/node.ts";
import { capacityOf, keptByKernelBytes } from "./allocatable.ts";
import type { NodePool } from "./node-pool.ts";
import { zoneCountOf, zoneName } from "./pool-nodes.ts";

/** What every node of a pool is made with, as its cluster's files must say it. */
export interface NodeTraits {
  readonly labels: Node["labels"];
  readonly taints: Node["taints"];
  /** In which nodes take turns; empty where zones do not matter. */
  readonly zones: readonly string[];
  /** What a node reports, before the kubelet keeps its part. */
  readonly capacityPerNode: Allocatable;
}

/** What all nodes of a pool have in common. */
export function nodeTraitsOf(pool: NodePool, context: PricedContext): NodeTraits {
  const { cpuMillicores, memoryBytes } = capacityOf(pool.shape);
  const zoneCount = zoneCountOf(context);
  return {
    labels: pool.labels,
    taints: pool.taints,
    zones: zoneCount > 1 ? Array.from({ length: zoneCount }, (_, index) => zoneName(index)) : [],
    capacityPerNode: {
      cpuMillicores,
      memoryBytes: memoryBytes - keptByKernelBytes(pool.shape, context),
      podCount: pool.allocatablePerNode.podCount,
      ...(pool.shape.extended === undefined ? {} : { extended: pool.shape.extended }),
    },
  };
}
