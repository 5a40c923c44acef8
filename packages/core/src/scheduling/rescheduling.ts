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
  const { state, groups, evictionOrders, ownOnNodes } = scheduler;
  const lost = new Int32Array(groups.length * lostNodes.length);
  const coming = new Int32Array(groups.length);
  const kindCount = takeOff(ownOnNodes, lostNodes, lost, coming, scheduler);
  setAlive(state, lostNodes, 0);
  const orders = kindCount === 1 ? evictionOrders.slice(0, 1) : evictionOrders;
  const isPlaced =
    kindCount === 0 ||
    isLossProven(scheduler, coming) ||
    orders.every((order) => placesAgain(scheduler, coming, order, onRefused));
  putBack(ownOnNodes, state.nodes.length, lostNodes, lost);
  setAlive(state, lostNodes, 1);
  return isPlaced;
}

/**
 * Takes all pods off some nodes; returns of how many groups some come again. Those of DaemonSets do not.
 * @param lost gets what was taken, group after group
 * @param coming gets how many pods of each group come again
 */
function takeOff(
  ownOnNodes: readonly Int32Array[],
  nodes: readonly number[],
  lost: Int32Array,
  coming: Int32Array,
  { groups, state }: Scheduler,
): number {
  const rowLength = state.nodes.length;
  let [at, group, kindCount] = [0, 0, 0];
  for (const rows of ownOnNodes) {
    for (let row = 0; row < rows.length; row += rowLength, group += 1) {
      for (const node of nodes) {
        const podCount = rows[row + node] as number;
        rows[row + node] = 0;
        lost[at] = podCount;
        at += 1;
        if (podCount === 0 || groups[group]?.group.kind === "DaemonSet") continue;
        if (coming[group] === 0) kindCount += 1;
        coming[group] = (coming[group] as number) + podCount;
      }
    }
  }
  return kindCount;
}

function putBack(
  ownOnNodes: readonly Int32Array[],
  rowLength: number,
  nodes: readonly number[],
  lost: Int32Array,
): void {
  let at = 0;
  for (const rows of ownOnNodes) {
    for (let row = 0; row < rows.length; row += rowLength) {
      for (const node of nodes) {
        rows[row + node] = lost[at] as number;
        at += 1;
      }
    }
  }
}

/** Offers pods that come again, group after group, and takes them away again; false where one found no room. */
function placesAgain(
  scheduler: Scheduler,
  coming: Int32Array,
  order: readonly number[],
  onRefused: (groupIndex: number) => void,
): boolean {
  const { versions } = scheduler.state;
  const before = versions.slice();
  const placed: number[] = [];
  const failed = leftOf(scheduler, order, coming.slice(), placed);
  if (failed !== null) onRefused(failed);
  for (let at = 0; at < placed.length; at += 1 + 1) scheduler.unbind(placed[at] as number, placed[at + 1] as number);
  // Every node is again what it was: what is known of it still holds.
  versions.set(before);
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
