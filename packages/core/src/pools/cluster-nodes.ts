import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import { numberOf } from "../parameters.ts";
import type { Allocatable, Node } from "../scheduling/node.ts";
import type { PodGroup } from "../scheduling/pod-group.ts";
import { capacityOf, keptByKernelBytes } from "./allocatable.ts";
import { nodesOfPool } from "./pool-nodes.ts";

/** A planned cluster as a scheduler is given it. */
export interface ClusterOnScheduler {
  readonly name: string;
  /** Control plane first, then the workers; capacity is what the node reports, before the kubelet keeps its part. */
  readonly schedulerNodes: readonly (Node & { readonly capacity: Allocatable })[];
  /** Their names are unique in the cluster. */
  readonly podGroups: readonly PodGroup[];
}

/** The nodes and pods of a planned cluster, so that anybody can let a scheduler place them. */
export function onScheduler(cluster: ClusterPlan, context: PlanningContext): ClusterOnScheduler {
  const zoneCount = numberOf(context.choices, "zones");
  return {
    name: cluster.name,
    schedulerNodes: cluster.pools.flatMap((pool) => {
      const { cpuMillicores, memoryBytes } = capacityOf(pool.shape);
      const { podCount } = pool.allocatablePerNode;
      const capacity = { cpuMillicores, memoryBytes: memoryBytes - keptByKernelBytes(pool.shape, context), podCount };
      return nodesOfPool(pool, zoneCount).map((node) => ({ ...node, name: `${cluster.name}-${node.name}`, capacity }));
    }),
    podGroups: withOwnNames(cluster.podGroups),
  };
}

/** Two workloads of one name are told apart by their number. */
function withOwnNames(groups: readonly PodGroup[]): readonly PodGroup[] {
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const count = (seen.get(group.name) ?? 0) + 1;
    seen.set(group.name, count);
    return count === 1 ? group : { ...group, name: `${group.name} (${count})` };
  });
}
