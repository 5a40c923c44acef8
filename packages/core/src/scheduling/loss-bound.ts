import type { Scheduler } from "./scheduler.ts";

/** Pods of one group that were on one lost node. */
export interface Lost {
  readonly groupIndex: number;
  readonly nodeIndex: number;
  readonly podCount: number;
}

/**
 * Weights of CPU, memory and pods that sum to 1. Any such weights give a bound; of a handful one is mostly good enough,
 * and where none is, the pods are placed.
 */
const WEIGHTS = [
  [0.45, 0.45, 0.1],
  [0.7, 0.2, 0.1],
  [0.2, 0.7, 0.1],
  [0.88, 0.06, 0.06],
  [0.06, 0.88, 0.06],
] as const;

/**
 * Whether arithmetic proves that the lost pods of some nodes find room on the others, in whatever order they come and
 * however ties are broken. While a pod p waits, others of at least its priority, A together, may have come before it.
 * A node with room for p is closed to it only when more than free − p of CPU or memory lands there, or as many pods as
 * it has slots; or, where no two of its group share a node, when another of them lands there. If for some weights the
 * sum over these nodes of min(w·(free − p + 1) ÷ A) is above 1, the largest left out for each other pod of such a group,
 * then A does not suffice to close all of them. Nothing is proven where spreading or zones decide, or ephemeral storage
 * is asked for.
 */
export function isLossProven(scheduler: Scheduler, coming: readonly Lost[]): boolean {
  const { state, groups } = scheduler;
  const lost = coming.map(({ groupIndex, podCount }) => ({
    own: groups[groupIndex] as (typeof groups)[number],
    podCount,
  }));
  if (lost.some(({ own }) => !isSimple(own))) return false;
  return lost.every(({ own }) => {
    const { size, group, ownOnNode, isAdmitted } = own;
    let [cpu, memory, pods] = [-size.cpuMillicores, -size.memoryBytes, -1];
    const isApart = own.rules.closedBy.length > 0;
    let closers = isApart ? -1 : 0;
    for (const other of lost) {
      if (isApart && other.own === own) closers += other.podCount;
      if (other.own.group.priority < group.priority) continue;
      cpu += other.own.size.cpuMillicores * other.podCount;
      memory += other.own.size.memoryBytes * other.podCount;
      pods += other.podCount;
    }
    const enough = 1 + ROUNDING + closers * ALONE;
    const sums = new Float64Array(WEIGHTS.length);
    for (let node = 0; node < isAdmitted.length; node += 1) {
      if (state.isAlive[node] === 0 || isAdmitted[node] === 0 || !state.hasRoom(node, size)) continue;
      if (isApart && (ownOnNode[node] as number) > 0) continue;
      const freeCpu = (state.cpu[node] as number) - (state.cpuUsed[node] as number);
      const freeMemory = (state.memory[node] as number) - (state.memoryUsed[node] as number);
      const byCpu = shareOf(freeCpu, size.cpuMillicores, cpu);
      const byMemory = shareOf(freeMemory, size.memoryBytes, memory);
      const byPods =
        pods === 0
          ? Number.POSITIVE_INFINITY
          : ((state.pods[node] as number) - (state.podsUsed[node] as number)) / pods;
      for (let at = 0; at < WEIGHTS.length; at += 1) {
        const [ofCpu, ofMemory, ofPods] = WEIGHTS[at] as (typeof WEIGHTS)[number];
        // What is above it counts no further, so that the largest that are left out are known without sorting.
        const share = Math.min(ALONE, ofCpu * byCpu, ofMemory * byMemory, ofPods * byPods);
        const sum = (sums[at] as number) + share;
        // Nodes only add to it: what is proven by some of them is proven.
        if (sum > enough) return true;
        sums[at] = sum;
      }
    }
    return false;
  });
}

/** Keeps a sum of shares on the safe side of binary fractions. */
const ROUNDING = 1e-6;
/** The share of a node that all others together cannot close. */
const ALONE = 1 + 2 * ROUNDING;

/** What must land on a node until a pod of this size finds no room, as a share of what comes. */
function shareOf(free: number, size: number, coming: number): number {
  return size === 0 || coming === 0 ? Number.POSITIVE_INFINITY : (free - size + 1) / coming;
}

function isSimple({ rules, size }: Scheduler["groups"][number]): boolean {
  return rules.isSimple && size.ephemeralStorageBytes === 0 && size.extended.length === 0;
}
