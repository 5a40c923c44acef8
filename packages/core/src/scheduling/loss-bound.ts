import { ClosingShares } from "./closing-shares.ts";
import type { GroupState } from "./group-state.ts";
import type { Scheduler } from "./scheduler.ts";

/** Pods of one group that were on one lost node. */
export interface Lost {
  readonly groupIndex: number;
  readonly nodeIndex: number;
  readonly podCount: number;
}

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
 */
export function isLossProven({ state, groups }: Scheduler, coming: readonly Lost[]): boolean {
  const lost = coming.map(({ groupIndex, podCount }) => ({ own: groups[groupIndex] as GroupState, podCount }));
  if (lost.some(({ own }) => !isSimple(own))) return false;
  const shares = new ClosingShares(state.nodes.length);
  return lost.every(({ own }) => {
    const { size, group, rules } = own;
    const isApart = rules.closedBy.length > 0;
    let closerCount = isApart ? -1 : 0;
    let [cpuMillicores, memoryBytes, podCount] = [-size.cpuMillicores, -size.memoryBytes, -1];
    for (const other of lost) {
      if (isApart && other.own === own) closerCount += other.podCount;
      if (other.own.group.priority < group.priority) continue;
      cpuMillicores += other.own.size.cpuMillicores * other.podCount;
      memoryBytes += other.own.size.memoryBytes * other.podCount;
      podCount += other.podCount;
    }
    shares.look(state, own, { cpuMillicores, memoryBytes, podCount });
    return shares.exceed(closerCount);
  });
}

function isSimple({ rules, size }: GroupState): boolean {
  return rules.isSimple && size.ephemeralStorageBytes === 0 && size.extended.length === 0;
}
