import type { ClosingShares } from "./closing-shares.ts";
import type { ClusterState } from "./cluster-state.ts";
import type { GroupState } from "./group-state.ts";
import type { Scheduler } from "./scheduler.ts";

/**
 * Whether arithmetic proves that the lost pods of some nodes find room on the others, in whatever order they come and
 * however ties are broken. While a pod p waits, others of at least its priority, A together, may have come before it.
 * A node with room for p is closed to it only when more than free − p of CPU or memory lands there, or as many pods as
 * it has slots; or, where no two of its group share a node, when another of them lands there. What must land there is a
 * share of A, by CPU, memory or pods; a share above 1 cannot. If for some weights of these that sum to 1 the sum over
 * the nodes of the least weighted share is above 1, the largest left out for each other pod of a group that keeps apart,
 * then A does not suffice to close all of them. Nothing is proven where spreading or zones decide, or ephemeral storage
 * is asked for.
 *
 * 1 vCPU comes beside 2: to close one of three nodes with 3 vCPU left, 2.001 of the 2 must land there, which cannot be.
 *
 * @param coming pods of each group that were on the lost nodes
 */
export function isLossProven({ state, groups, shares }: Scheduler, coming: Int32Array): boolean {
  const lost: Lost[] = [];
  for (let index = 0; index < coming.length; index += 1) {
    const podCount = coming[index] as number;
    if (podCount === 0) continue;
    const own = groups[index] as GroupState;
    if (!isSimple(own)) return false;
    lost.push({ own, podCount });
  }
  return isLargestProven(state, lost, shares) || lost.every((one) => isProven(state, one, lost, shares));
}

/** Pods of a group that come again. */
interface Lost {
  readonly own: GroupState;
  readonly podCount: number;
}

/** One for all: a pod as large as the largest in CPU and as the largest in memory, where all may run on the same nodes. */
function isLargestProven(state: ClusterState, lost: readonly Lost[], shares: ClosingShares): boolean {
  const { isAdmitted } = (lost[0] as Lost).own;
  let [cpuMillicores, memoryBytes, podCount] = [0, 0, -1];
  let [largestCpu, largestMemory] = [0, 0];
  for (const { own, podCount: ownCount } of lost) {
    if (own.isAdmitted !== isAdmitted || own.rules.closedBy.length > 0) return false;
    const { size } = own;
    cpuMillicores += size.cpuMillicores * ownCount;
    memoryBytes += size.memoryBytes * ownCount;
    podCount += ownCount;
    largestCpu = Math.max(largestCpu, size.cpuMillicores);
    largestMemory = Math.max(largestMemory, size.memoryBytes);
  }
  const size = { ...(lost[0] as Lost).own.size, cpuMillicores: largestCpu, memoryBytes: largestMemory };
  const beside = { cpuMillicores: cpuMillicores - largestCpu, memoryBytes: memoryBytes - largestMemory, podCount };
  shares.look(state, size, isAdmitted, null, beside);
  return shares.exceed(0);
}

function isProven(
  state: ClusterState,
  { own, podCount: ownCount }: Lost,
  lost: readonly Lost[],
  shares: ClosingShares,
) {
  const { size, group, rules, isAdmitted, ownOnNode } = own;
  let [cpuMillicores, memoryBytes, podCount] = [-size.cpuMillicores, -size.memoryBytes, -1];
  for (const other of lost) {
    if (other.own.group.priority < group.priority) continue;
    cpuMillicores += other.own.size.cpuMillicores * other.podCount;
    memoryBytes += other.own.size.memoryBytes * other.podCount;
    podCount += other.podCount;
  }
  const isApart = rules.closedBy.length > 0;
  shares.look(state, size, isAdmitted, isApart ? ownOnNode : null, {
    cpuMillicores,
    memoryBytes,
    podCount,
  });
  return shares.exceed(isApart ? ownCount - 1 : 0);
}

function isSimple({ rules, size }: GroupState): boolean {
  return rules.isSimple && size.ephemeralStorageBytes === 0 && size.extended.length === 0;
}
