import { BYTES_PER_GIB, type NodePool, nodeTraitsOf } from "@nkp-planner/core";
import type { Checked, CheckedCluster } from "./checked.ts";

const MILLICORES_PER_VCPU = 1000;

/** CPU and memory that one node has. */
export interface NodeSize {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
}

/** Whether the files are what nodes say of themselves, and not what machines are to be. */
export function isRunning({ shape: { source } }: Pick<CheckedCluster, "shape">): boolean {
  return source === "nodes" || source === "node-table";
}

/**
 * What the files of a cluster say of a node of some shape: all of its machine, or what a node that runs reports of it,
 * which is less.
 */
export function sizeInFiles(
  cluster: Pick<CheckedCluster, "shape">,
  planned: NodePool,
  shape: NodePool["shape"],
  { plan }: Pick<Checked, "plan">,
): NodeSize {
  if (isRunning(cluster)) return nodeTraitsOf({ ...planned, shape }, plan.context).capacityPerNode;
  return { cpuMillicores: shape.vcpu * MILLICORES_PER_VCPU, memoryBytes: shape.memoryGiB * BYTES_PER_GIB };
}
