import { isLossProven } from "./loss-bound.ts";
import { type Scheduler, takeFirst } from "./scheduler.ts";

/**
 * Takes nodes away, offers their pods to the others in every order in which they may come again, and puts everything
 * back; false where a pod found no room in one of them.
 */
export function reschedules(
  scheduler: Scheduler,
  lostNodes: readonly number[],
  onRefused: (groupIndex: number) => void = () => {},
): boolean {
  const { state, groups, evictionOrders } = scheduler;
  const lost = new Int32Array(groups.length * lostNodes.length);
  // Pods of each group that come again: those of DaemonSets do not.
  const coming = new Int32Array(groups.length);
  let kindCount = 0;
  for (let index = 0, at = 0; index < groups.length; index += 1) {
    const { ownOnNode, group } = groups[index] as (typeof groups)[number];
    for (const node of lostNodes) {
      const podCount = ownOnNode[node] as number;
      ownOnNode[node] = 0;
      lost[at] = podCount;
      at += 1;
      if (podCount === 0 || group.kind === "DaemonSet") continue;
      if (coming[index] === 0) kindCount += 1;
      coming[index] = (coming[index] as number) + podCount;
    }
  }
  setAlive(state, lostNodes, 0);
  const orders = kindCount === 1 ? evictionOrders.slice(0, 1) : evictionOrders;
  const isPlaced =
    kindCount === 0 ||
    isLossProven(scheduler, coming) ||
    orders.every((order) => placesAgain(scheduler, coming, order, onRefused));
  for (let index = 0, at = 0; index < groups.length; index += 1) {
    const { ownOnNode } = groups[index] as (typeof groups)[number];
    for (const node of lostNodes) {
      ownOnNode[node] = lost[at] as number;
      at += 1;
    }
  }
  setAlive(state, lostNodes, 1);
  return isPlaced;
}

/** Offers pods that come again, group after group, and takes them away again; false where one found no room. */
function placesAgain(
  scheduler: Scheduler,
  coming: Int32Array,
  order: readonly number[],
  onRefused: (groupIndex: number) => void,
): boolean {
  const placed: number[] = [];
  const failed = leftOf(scheduler, order, coming.slice(), placed);
  if (failed !== null) onRefused(failed);
  for (let at = 0; at < placed.length; at += 1 + 1) scheduler.unbind(placed[at] as number, placed[at + 1] as number);
  return failed === null;
}

/**
 * A group of which a pod finds no room; null where all do.
 * @param left pods of each group that have none yet; counted down
 * @param placed gets the group and the node of each that found room
 */
function leftOf(scheduler: Scheduler, order: readonly number[], left: Int32Array, placed: number[]): number | null {
  for (;;) {
    let failed: number | null = null;
    const placedBefore = placed.length;
    for (const group of order) {
      let count = left[group] as number;
      for (; count > 0; count -= 1) {
        const node = scheduler.place(group, takeFirst);
        if (node === -1) break;
        placed.push(group, node);
      }
      left[group] = count;
      if (count === 0) continue;
      failed ??= group;
      // Others that are placed later may open a node to it.
      if (!scheduler.mayFitLater) return failed;
    }
    if (failed === null || placed.length === placedBefore) return failed;
  }
}

function setAlive(state: Scheduler["state"], nodes: readonly number[], is: 0 | 1): void {
  for (const node of nodes) {
    state.isAlive[node] = is;
    state.touch(node);
  }
}
