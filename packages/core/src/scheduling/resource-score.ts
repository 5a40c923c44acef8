import type { ClusterState, PodSize } from "./cluster-state.ts";

export const MAX_SCORE = 100;
/** The mean of two resources, and the standard deviation of two fractions. */
const RESOURCE_COUNT = 2;

/** What differs between releases of the scheduler. */
export interface SchedulerTraits {
  /** From 1.33 on the balance of resources is not scored for pods without any request. */
  readonly balancesPodsWithoutRequests: boolean;
}

const UNBALANCED_SINCE_MINOR = 33;

/** The traits of the scheduler of a Kubernetes release such as `1.34.3`. */
export function traitsOf(kubernetesVersion: string): SchedulerTraits {
  const minor = Number(kubernetesVersion.split(".")[1] ?? "0");
  return { balancesPodsWithoutRequests: minor < UNBALANCED_SINCE_MINOR };
}

/**
 * LeastAllocated plus BalancedAllocation of one node for one pod, in whole numbers truncated where the scheduler does.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.26.4/pkg/scheduler/framework/plugins/noderesources
 */
export function resourceScore(state: ClusterState, size: PodSize, traits: SchedulerTraits, node: number): number {
  const cpu = state.cpu[node] as number;
  const memory = state.memory[node] as number;
  const least = Math.trunc(
    (freeShare(cpu, (state.cpuScored[node] as number) + size.scoredCpuMillicores) +
      freeShare(memory, (state.memoryScored[node] as number) + size.scoredMemoryBytes)) /
      RESOURCE_COUNT,
  );
  if (!traits.balancesPodsWithoutRequests && size.cpuMillicores === 0 && size.memoryBytes === 0) return least;
  const cpuFraction = usedFraction(cpu, (state.cpuUsed[node] as number) + size.cpuMillicores);
  const memoryFraction = usedFraction(memory, (state.memoryUsed[node] as number) + size.memoryBytes);
  return least + Math.trunc((1 - Math.abs((cpuFraction - memoryFraction) / RESOURCE_COUNT)) * MAX_SCORE);
}

function freeShare(allocatable: number, used: number): number {
  return allocatable === 0 || used > allocatable ? 0 : Math.trunc(((allocatable - used) * MAX_SCORE) / allocatable);
}

function usedFraction(allocatable: number, used: number): number {
  return allocatable === 0 ? 1 : Math.min(1, used / allocatable);
}
