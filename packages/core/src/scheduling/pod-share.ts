import type { PodGroup } from "../input/pod-group.ts";
import type { Allocatable } from "./node.ts";

/** The larger of a pod's shares of a node's CPU and memory. */
export function shareOf({ requests }: PodGroup, node: Allocatable): number {
  const cpu = (requests.cpuMillicores ?? 0) / Math.max(node.cpuMillicores, 1);
  return Math.max(cpu, (requests.memoryBytes ?? 0) / Math.max(node.memoryBytes, 1));
}
