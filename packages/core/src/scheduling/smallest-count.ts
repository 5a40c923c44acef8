import type { PodGroup } from "../input/pod-group.ts";
import { type Arrivals, arrivalsOf, listedOrders } from "./arrival.ts";
import { admissionOf, type CountBounds, countBounds } from "./bounds.ts";
import { Effort } from "./effort.ts";
import type { Node } from "./node.ts";
import { placeArrival } from "./placement.ts";
import type { PoolGround, PreparedNodes, PreparedPool } from "./prepared-pool.ts";
import { Scheduler } from "./scheduler.ts";

/** A pool whose nodes are to be counted. */
export interface PoolToCount {
  /** What its nodes are, and what is installed there. */
  readonly prepared: PreparedPool;
  /** Pods that come to what is installed, DaemonSets included. */
  readonly groups: readonly PodGroup[];
  /** In how many orders of arrival the count must hold. */
  readonly orderCount: number;
  /** Counts outside these are not tried. */
  readonly leastNodeCount: number;
  readonly mostNodeCount: number;
  /** What trying may cost; left out: as much as for any pool. */
  readonly effort?: Effort;
}

/** How many nodes a pool needs. */
export interface CountAnswer {
  /**
   * The smallest count at which every pod schedules in every order, or a larger one that is proven where the effort is
   * spent; null: none up to the most that was asked.
   */
  readonly nodeCount: number | null;
  /** The same for pods that arrive as listed: smaller where the order of arrival matters. */
  readonly listedNodeCount: number | null;
  /** What can be said without trying. */
  readonly bounds: CountBounds;
}

/**
 * The smallest number of nodes at which every pod schedules. Counts are tried one after the other: the scheduler is
 * not monotone, so that a larger count can fail where a smaller one works.
 *
 * `smallestCount({ prepared, groups, orderCount: 10, leastNodeCount: 1, mostNodeCount: 50 }).nodeCount`
 */
export function smallestCount(question: PoolToCount, attempt = attemptOf(question)): CountAnswer {
  const { leastNodeCount, mostNodeCount } = question;
  const { bounds } = attempt;
  let listedNodeCount: number | null = null;
  const first = Math.max(bounds.lowerNodeCount, leastNodeCount);
  for (let count = first; count <= mostNodeCount; count = attempt.after(count)) {
    if (listedNodeCount === null && attempt.holdsAsListed(count)) listedNodeCount = count;
    if (listedNodeCount !== null && attempt.holds(count)) return { nodeCount: count, listedNodeCount, bounds };
  }
  return { nodeCount: null, listedNodeCount, bounds };
}

/** Tries counts of one question: the order that failed last is asked first, because it mostly fails again. */
export interface Attempt {
  /** The pool of the question, made ready. */
  readonly prepared: PreparedPool;
  readonly groups: readonly PodGroup[];
  /** What can be said without trying. */
  readonly bounds: CountBounds;
  readonly arrivals: Arrivals;
  readonly orderCount: number;
  readonly effort: Effort;
  /** The next count that is worth looking at: the proven one where the effort is spent. */
  after(count: number): number;
  /** Whether a count was tried and failed. */
  isKnownToFail(count: number): boolean;
  /** Places every pod on so many nodes in the n-th order; false where one finds no node, or the effort is spent. */
  place(ready: PreparedNodes, order: number): boolean;
  /** In which orders a count is tried: as many as asked, fewer for very large pools. */
  ordersAt(count: number): readonly number[];
  /** In which orders pods are placed before a loss: more of them, as where the pods were decides what is left pending. */
  lossOrdersAt(count: number): readonly number[];
  /** The order and the loss that last left a pod pending: asked first the next time, because they mostly do again. */
  readonly lossFailed: {
    /** The order of arrival by its number. */
    order: number;
    /** The loss by its place among all of its count. */
    loss: number;
  };
  /** In how many orders it was tried, or proven. */
  triedOrderCountAt(count: number): number;
  /** Whether pods may come before what is installed where everything arrives at once: DaemonSets and high priorities do. */
  readonly isMixed: boolean;
  /** Everything at once on these nodes; null where a pod finds none, or the effort is spent. */
  atOnce(nodes: readonly Node[]): readonly Scheduler[] | null;
  /** Whether every pod schedules at this count where they come as listed. */
  holdsAsListed(count: number): boolean;
  /** Whether every pod schedules at this count in every order of arrival. */
  holds(count: number): boolean;
}

/** How many times a pod may be looked at on a node for one count, so that a pool of 20,000 pods takes seconds. */
const MOST_LOOKS_A_COUNT = 5_000_000;
/** As listed, small first, large first. */
const LEAST_ORDERS = 3;
/** Orders before a loss, for each order that a count is tried in. */
const LOSS_ORDERS_EACH = 3;

/** What can be said of how many nodes of a pool some groups need, without trying. */
export function boundsOf({ ground, installed }: PreparedPool, groups: readonly PodGroup[]): CountBounds {
  const node = ground.nodeAt(0);
  return countBounds(node.allocatable, installed, admissionOf(groups, node, ground.otherNodes));
}

/** Counts of one question that remember what was tried: `attemptOf(question).holds(3)`. */
export function attemptOf({
  prepared,
  groups,
  orderCount,
  effort = new Effort(),
}: Pick<PoolToCount, "prepared" | "groups" | "orderCount" | "effort">): Attempt {
  const { allocatable } = prepared.ground.nodeAt(0);
  const bounds = boundsOf(prepared, groups);
  const arrivals = arrivalsOf(groups, allocatable);
  const orders = Array.from({ length: orderCount }, (_, order) => order);
  const lossOrders = Array.from({ length: orderCount * LOSS_ORDERS_EACH }, (_, order) => order);
  const known = new Map<number, boolean>();
  const lowestInstalled = prepared.installed.pods.reduce((least, { priority }) => Math.min(least, priority), Infinity);
  const isMixed = groups.some(({ kind, priority }) => kind === "DaemonSet" || priority > lowestInstalled);
  const podCount = [...prepared.installed.pods, ...groups].reduce((sum, { replicas }) => sum + replicas, 0);
  const affordableAt = (count: number) =>
    Math.max(LEAST_ORDERS, Math.floor(MOST_LOOKS_A_COUNT / Math.max(1, podCount * count)));
  const ordersAt = (count: number): readonly number[] => {
    const affordable = affordableAt(count);
    return affordable >= orderCount ? orders : [...orders].sort((a, b) => a - b).slice(0, affordable);
  };
  const isProven = (count: number) => count >= bounds.provenNodeCount;
  const place = (ready: PreparedNodes, order: number) => {
    effort.spend(podCount, ready.nodeCount);
    return !effort.isSpent && ready.place(groups, arrivals, order);
  };
  const atOnce = (nodes: readonly Node[]) => {
    effort.spend(podCount * listedOrders(orderCount).length, nodes.length);
    return effort.isSpent ? null : placedAtOnce(prepared.ground, groups, nodes, orderCount);
  };
  const tries = (count: number) => {
    const ready = prepared.of(count);
    const failing = ordersAt(count).find((order) => !place(ready, order));
    if (failing !== undefined) orders.unshift(...orders.splice(orders.indexOf(failing), 1));
    return failing === undefined && (!isMixed || atOnce(prepared.nodesAt(count)) !== null);
  };
  return {
    prepared,
    groups,
    bounds,
    arrivals,
    orderCount,
    effort,
    after: (count) => (effort.isSpent ? Math.max(count + 1, bounds.provenNodeCount) : count + 1),
    isKnownToFail: (count) => known.get(count) === false,
    place,
    ordersAt,
    lossOrdersAt: (count) => lossOrders.slice(0, affordableAt(count)),
    lossFailed: { order: 0, loss: 0 },
    triedOrderCountAt: (count) => (isProven(count) ? orderCount : ordersAt(count).length),
    isMixed,
    atOnce,
    holdsAsListed: (count) => isProven(count) || place(prepared.of(count), 0),
    holds: (count) => {
      if (isProven(count)) return true;
      const answer = known.get(count) ?? tries(count);
      known.set(count, answer);
      return answer;
    },
  };
}

/**
 * Everything at once, as when a cluster is restored: DaemonSets first, then by priority, with every way of breaking ties
 * that is tried. One placement for each; null where a pod finds no node in one of them.
 */
function placedAtOnce(
  { installed, nodeAt, traits }: PoolGround,
  groups: readonly PodGroup[],
  nodes: readonly Node[],
  orderCount: number,
): readonly Scheduler[] | null {
  const all = [...installed, ...groups];
  const arrivals = arrivalsOf(all, nodeAt(0).allocatable);
  const placed: Scheduler[] = [];
  for (const order of listedOrders(orderCount)) {
    const scheduler = new Scheduler(nodes, all, traits);
    if (placeArrival(scheduler, arrivals(order), 0) !== -1) return null;
    placed.push(scheduler);
  }
  return placed;
}
