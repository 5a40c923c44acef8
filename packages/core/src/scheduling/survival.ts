import { isLossProven, type Lost } from "./loss-bound.ts";
import { type PoolGround, PreparedNodes } from "./prepared-pool.ts";
import { type Scheduler, takeFirst } from "./scheduler.ts";
import type { Attempt } from "./smallest-count.ts";

/** What a pool must survive: any so many of its nodes, or all its nodes in any one zone. */
export type Loss = { readonly kind: "nodes"; readonly count: number } | { readonly kind: "zone" };

/** Beyond this many pairs (100 nodes) only neighbours and opposites are tried, so that the time stays bounded. */
const MOST_PAIRS = 5000;
const PAIR = 2;

/**
 * Whether a pool of `count` nodes places every pod, and again after the loss, in every order of arrival: the pods of
 * the lost nodes beside those that kept running, and all of them again on what is left, as after a restart.
 */
export function survives(attempt: Attempt, count: number, loss: Loss): boolean {
  const { prepared, bounds } = attempt;
  const { ground } = prepared;
  const losses = lossesOf(ground, count, loss);
  const mostLost = spareNeeded(ground, count, loss);
  if (losses.length === 0) return attempt.holds(count);
  // Proven for any nodes of this kind, whichever are left.
  if (count - mostLost >= bounds.provenNodeCount) return true;
  if (count - mostLost < bounds.lowerNodeCount) return false;
  if (attempt.effort.isSpent) return false;
  const nodes = prepared.nodesAt(count);
  const hasZones = ground.nodeAt(0).zone !== null;
  // Without zones every remainder is a pool with fewer nodes; with them it depends on which are left.
  if (!hasZones && attempt.isKnownToFail(count - mostLost)) return false;
  const remainders = (hasZones ? remaindersOf(ground, losses) : []).map((lost) =>
    nodes.filter((_, index) => !lost.includes(index)),
  );
  if (attempt.isMixed) {
    const atOnce = attempt.atOnce(nodes);
    if (atOnce === null) return false;
    if (!losses.every((lost) => atOnce.every((scheduler) => reschedules(scheduler, lost)))) return false;
    if (!remainders.every((left) => attempt.atOnce(left) !== null)) return false;
  }
  const leftStages = remainders.map((left) => new PreparedNodes(left, ground));
  const ready = prepared.of(count);
  for (const order of attempt.lossOrdersAt(count)) {
    if (!attempt.place(ready, order)) return false;
    if (!losses.every((lost) => reschedules(ready.scheduler, lost))) return false;
    if (!leftStages.every((left) => attempt.place(left, order))) return false;
  }
  return hasZones || attempt.holds(count - mostLost);
}

/**
 * The same with one node more where nothing can be proven, as with hard spreading: orders that were not tried leave
 * pods pending there more often than elsewhere, and at one node more hardly ever.
 */
export function standsLoss(attempt: Attempt, count: number, loss: Loss): boolean {
  const isProvable = Number.isFinite(attempt.bounds.provenNodeCount);
  const isOneMore = loss.kind === "nodes" && loss.count > 0 && !isProvable;
  return survives(attempt, count, loss) && (!isOneMore || survives(attempt, count - 1, loss));
}

/**
 * Sets of nodes that may be lost together, by their index among all nodes of the cluster: nodes of the pool, or all
 * nodes of a zone, those of other pools included.
 */
export function lossesOf(
  { nodeAt, otherNodes }: PoolGround,
  count: number,
  loss: Loss,
): readonly (readonly number[])[] {
  const pool = Array.from({ length: count }, (_, index) => otherNodes.length + index);
  if (loss.kind === "zone") {
    const zoneOf = (index: number) => (otherNodes[index] ?? nodeAt(index - otherNodes.length)).zone;
    const all = [...otherNodes.keys(), ...pool];
    return [...new Set(pool.map(zoneOf))].map((zone) => all.filter((index) => zoneOf(index) === zone));
  }
  if (loss.count === 0) return [];
  return loss.count >= count ? [pool] : combinations(pool, loss.count);
}

/** How many nodes of the pool a loss takes at worst. */
export function spareNeeded(ground: PoolGround, count: number, loss: Loss): number {
  const first = ground.otherNodes.length;
  return lossesOf(ground, count, loss).reduce(
    (most, lost) => Math.max(most, lost.filter((index) => index >= first).length),
    0,
  );
}

function combinations(all: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 1) return all.map((one) => [one]);
  const isSmall = (all.length * (all.length - 1)) / PAIR <= MOST_PAIRS;
  if (size === PAIR && isSmall) return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]));
  const half = Math.floor(all.length / PAIR);
  const nth = (at: number) => all[at % all.length] as number;
  return [...all.keys()].flatMap((start) => [
    Array.from({ length: size }, (_, at) => nth(start + at)),
    Array.from({ length: size }, (_, at) => nth(start + (at === 0 ? 0 : half + at - 1))),
  ]);
}

/** Losses of up to so many kinds are all tried again; of more, one of each zone. */
const MOST_REMAINDERS = 130;

/**
 * The losses after which everything is placed again. Nodes differ by their zone, and by where in the list they stand,
 * which decides ties.
 */
function remaindersOf({ nodeAt, otherNodes }: PoolGround, losses: readonly (readonly number[])[]) {
  if (losses.length <= MOST_REMAINDERS) return losses;
  const zonesOf = (lost: readonly number[]) =>
    lost
      .map((index) => (otherNodes[index] ?? nodeAt(index - otherNodes.length)).zone ?? "")
      .sort()
      .join();
  return [...new Map(losses.map((lost) => [zonesOf(lost), lost])).values()];
}

/**
 * Takes nodes away, offers their pods to the others in every order in which they may come again, and puts everything
 * back; false where a pod found no room in one of them.
 */
export function reschedules(scheduler: Scheduler, lostNodes: readonly number[]): boolean {
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
  const isPlaced = isLossProven(scheduler, coming) || orders.every((order) => placesAgain(scheduler, coming, order));
  for (const { groupIndex, nodeIndex, podCount } of lost)
    (groups[groupIndex] as (typeof groups)[number]).ownOnNode[nodeIndex] = podCount;
  setAlive(state, lostNodes, 1);
  return isPlaced;
}

/** Offers lost pods, group after group, and takes them away again; false where one found no room. */
function placesAgain(scheduler: Scheduler, coming: readonly Lost[], order: readonly number[]): boolean {
  const podCounts = new Map<number, number>();
  for (const { groupIndex, podCount } of coming) podCounts.set(groupIndex, (podCounts.get(groupIndex) ?? 0) + podCount);
  const placed: number[] = [];
  let isPlaced = true;
  for (const group of order) {
    for (let left = podCounts.get(group) ?? 0; left > 0 && isPlaced; left -= 1) {
      const node = scheduler.place(group, takeFirst);
      if (node === -1) isPlaced = false;
      else placed.push(group, node);
    }
  }
  for (let at = 0; at < placed.length; at += 1 + 1) scheduler.unbind(placed[at] as number, placed[at + 1] as number);
  return isPlaced;
}

function setAlive(state: Scheduler["state"], nodes: readonly number[], is: 0 | 1): void {
  for (const node of nodes) {
    state.isAlive[node] = is;
    state.touch(node);
  }
}
