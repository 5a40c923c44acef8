import { isLossProven, type Lost } from "./loss-bound.ts";
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
  const lost: Lost[] = [];
  for (const [groupIndex, { ownOnNode }] of groups.entries()) {
    for (const nodeIndex of lostNodes) {
      const podCount = ownOnNode[nodeIndex] as number;
      if (podCount === 0) continue;
      lost.push({ groupIndex, nodeIndex, podCount });
      ownOnNode[nodeIndex] = 0;
    }
  }
  setAlive(state, lostNodes, 0);
  const coming = lost.filter(({ groupIndex }) => groups[groupIndex]?.group.kind !== "DaemonSet");
  const isAlike = coming.every(({ groupIndex }) => groupIndex === coming[0]?.groupIndex);
  const orders = isAlike ? evictionOrders.slice(0, 1) : evictionOrders;
  const isPlaced =
    isLossProven(scheduler, coming) || orders.every((order) => placesAgain(scheduler, coming, order, onRefused));
  for (const { groupIndex, nodeIndex, podCount } of lost)
    (groups[groupIndex] as (typeof groups)[number]).ownOnNode[nodeIndex] = podCount;
  setAlive(state, lostNodes, 1);
  return isPlaced;
}

/** Offers lost pods, group after group, and takes them away again; false where one found no room. */
function placesAgain(
  scheduler: Scheduler,
  coming: readonly Lost[],
  order: readonly number[],
  onRefused: (groupIndex: number) => void,
): boolean {
  const podCounts = new Int32Array(scheduler.groups.length);
  for (const { groupIndex, podCount } of coming) podCounts[groupIndex] = (podCounts[groupIndex] as number) + podCount;
  const placed: number[] = [];
  const place = (group: number) => {
    const node = scheduler.place(group, takeFirst);
    if (node !== -1) placed.push(group, node);
    return node !== -1;
  };
  const failed = leftOf(order, podCounts, place, scheduler.mayFitLater);
  if (failed !== null) onRefused(failed);
  for (let at = 0; at < placed.length; at += 1 + 1) scheduler.unbind(placed[at] as number, placed[at + 1] as number);
  return failed === null;
}

/**
 * A group of which a pod finds no room; null where all do.
 * @param left pods of each group that have none yet; counted down
 * @param mayFitLater whether what found none is offered again once others are placed
 */
function leftOf(
  order: readonly number[],
  left: Int32Array,
  place: (group: number) => boolean,
  mayFitLater: boolean,
): number | null {
  for (;;) {
    let failed: number | null = null;
    let isAnyPlaced = false;
    for (const group of order) {
      let count = left[group] as number;
      if (count === 0) continue;
      while (count > 0 && place(group)) {
        count -= 1;
        isAnyPlaced = true;
      }
      left[group] = count;
      if (count === 0) continue;
      failed ??= group;
      if (!mayFitLater) return failed;
    }
    if (failed === null || !isAnyPlaced) return failed;
  }
}

function setAlive(state: Scheduler["state"], nodes: readonly number[], is: 0 | 1): void {
  for (const node of nodes) {
    state.isAlive[node] = is;
    state.touch(node);
  }
}
