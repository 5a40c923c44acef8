import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { PodGroup } from "../input/pod-group.ts";
import type { Allocatable } from "./node.ts";
import { shareOf } from "./pod-share.ts";
import { type TieBreak, takeFirst } from "./scheduler.ts";

/** In which order pods come to the scheduler, and how it breaks ties. */
export interface Arrival {
  /** One entry a pod: the index of its group. DaemonSets are not among them: their pods come with the node. */
  readonly queue: Int32Array;
  readonly tieBreak: TieBreak;
}

/** Names of the orders that are no draw, in the order they are tried. */
const NAMED_ORDERS = ["as listed", "small pods first", "large pods first"] as const;

/** The ways in which the pods of some groups may arrive, by their number; each queue is made once. */
export type Arrivals = (order: number) => Arrival;

/**
 * The n-th way in which the pods of these groups may arrive: as listed, small first, large first, and then in turn as
 * listed with ties drawn at random, and in a drawn order; always the same for the same n. Priority comes before everything, as in the scheduler's queue. `arrivalOf(groups, 0, node)`
 */
export function arrivalOf(groups: readonly PodGroup[], order: number, node: Allocatable): Arrival {
  return arrivalsOf(groups, node)(order);
}

/** All orders of arrival of these groups. */
export function arrivalsOf(groups: readonly PodGroup[], node: Allocatable): Arrivals {
  const queues = new Map<number, Int32Array>();
  const waiting = waitingOf(groups, node);
  return (order) => {
    const queue = queues.get(order) ?? queueOf(waiting, order);
    queues.set(order, queue);
    return { queue, tieBreak: order === 0 ? takeFirst : drawing(order + SEED_OF_TIES) };
  };
}

/** Keeps the draws that break ties apart from those that made the queue. */
const SEED_OF_TIES = 0x10000;

function drawing(seed: number): TieBreak {
  const rng = xoroshiro128plus(seed);
  return (count) => uniformInt(rng, 0, count - 1);
}

/** Behind the named orders, every other one is as listed with other ties, and every other one a drawn order. */
function isShuffled(order: number): boolean {
  return order > NAMED_ORDERS.length && (order - NAMED_ORDERS.length) % EVERY_OTHER === 1;
}

const EVERY_OTHER = 2;

/** The orders among the first so many in which pods come as listed; they differ by their ties. */
export function listedOrders(orderCount: number): readonly number[] {
  const orders = Array.from({ length: orderCount }, (_, order) => order);
  return orders.filter((order) => order === 0 || (order >= NAMED_ORDERS.length && !isShuffled(order)));
}

/** Pods of one group that arrive. */
interface Waiting {
  readonly index: number;
  readonly replicas: number;
  readonly priority: number;
  readonly nodeShareRatio: number;
}

function waitingOf(groups: readonly PodGroup[], node: Allocatable): readonly Waiting[] {
  return groups.flatMap((group, index) =>
    group.kind === "DaemonSet" || group.replicas === 0
      ? []
      : [{ index, replicas: group.replicas, priority: group.priority, nodeShareRatio: shareOf(group, node) }],
  );
}

function queueOf(all: readonly Waiting[], order: number): Int32Array {
  const [, smallFirst, largeFirst] = NAMED_ORDERS.keys();
  const draw = drawing(order);
  const waiting = [...all];
  if (order === smallFirst) waiting.sort((a, b) => a.nodeShareRatio - b.nodeShareRatio);
  if (order === largeFirst) waiting.sort((a, b) => b.nodeShareRatio - a.nodeShareRatio);
  // A stable sort: equal priorities keep the order they have.
  waiting.sort((a, b) => b.priority - a.priority);
  const queue = new Int32Array(waiting.reduce((sum, { replicas }) => sum + replicas, 0));
  let at = 0;
  let classStart = 0;
  for (const [position, { index, replicas, priority }] of waiting.entries()) {
    queue.fill(index, at, at + replicas);
    at += replicas;
    if (waiting[position + 1]?.priority === priority) continue;
    if (isShuffled(order)) shuffle(queue, classStart, at, draw);
    classStart = at;
  }
  return queue;
}

/** Fisher and Yates' shuffle of queue[from..to). */
function shuffle(queue: Int32Array, from: number, to: number, draw: TieBreak): void {
  for (let last = to - 1; last > from; last -= 1) {
    const other = from + draw(last - from + 1);
    const kept = queue[last] as number;
    queue[last] = queue[other] as number;
    queue[other] = kept;
  }
}
