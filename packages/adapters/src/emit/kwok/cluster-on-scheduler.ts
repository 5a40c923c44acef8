import type { Allocatable, Node, PodGroup } from "@nkp-planner/core";
import type { ClusterToEmit } from "../plan-to-emit.ts";

/** A node as a scheduler is given it. */
export interface SchedulerNode extends Node {
  /** What the node reports, before the kubelet keeps its part. */
  readonly capacity: Allocatable;
}

/** A planned cluster as a scheduler is given it. */
export interface ClusterOnScheduler {
  readonly name: string;
  /** Control plane first, then the workers. */
  readonly nodes: readonly SchedulerNode[];
  /** Their names are unique in the cluster. */
  readonly podGroups: readonly PodGroup[];
}

/** The nodes and pods of a planned cluster, so that anybody can let a scheduler place them. */
export function onScheduler({ name, pools, podGroups }: ClusterToEmit): ClusterOnScheduler {
  const nodes = pools.flatMap(
    ({ name: poolName, nodeCount, zones, labels, taints, allocatablePerNode, capacityPerNode }) =>
      Array.from({ length: nodeCount }, (_, index) => ({
        name: `${name}-${poolName}-${index + 1}`,
        allocatable: allocatablePerNode,
        capacity: capacityPerNode,
        zone: zones[index % zones.length] ?? null,
        labels,
        taints,
      })),
  );
  return { name, nodes, podGroups: withOwnNames(podGroups) };
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
