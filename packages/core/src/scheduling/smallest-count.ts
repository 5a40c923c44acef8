import { type Arrival, arrivalOf } from "./arrival.ts";
import { type CountBounds, countBounds } from "./bounds.ts";
import type { Node } from "./node.ts";
import { placeEvery } from "./placement.ts";
import type { PodGroup } from "./pod-group.ts";
import { Scheduler } from "./scheduler.ts";
import type { SchedulerTraits } from "./scores.ts";

/** A pool whose nodes are to be counted, in a cluster whose other nodes are given. */
export interface CountQuestion {
  /** All pods of the cluster, DaemonSets and those of other pools included. */
  readonly groups: readonly PodGroup[];
  readonly otherNodes: readonly Node[];
  /** The pool's n-th node, counted from 0. */
  readonly nodeAt: (index: number) => Node;
  readonly traits: SchedulerTraits;
  /** In how many orders of arrival the count must hold. */
  readonly orderCount: number;
  /** Counts outside these are not tried. */
  readonly leastNodeCount: number;
  readonly mostNodeCount: number;
}

export interface CountAnswer {
  /** The smallest count at which every pod schedules in every order; null: none up to the most that was asked. */
  readonly nodeCount: number | null;
  /** The same for pods that arrive as listed: smaller where the order of arrival matters. */
  readonly listedNodeCount: number | null;
  readonly bounds: CountBounds;
}

/**
 * The smallest number of nodes at which every pod schedules. Counts are tried one after the other: the scheduler is
 * not monotone, so that a larger count can fail where a smaller one works.
 */
export function smallestCount(question: CountQuestion): CountAnswer {
  const { groups, otherNodes, nodeAt, leastNodeCount, mostNodeCount } = question;
  const bounds = countBounds(groups, nodeAt(0), otherNodes);
  let listedNodeCount: number | null = null;
  for (let count = Math.max(bounds.lowerNodeCount, leastNodeCount); count <= mostNodeCount; count += 1) {
    const failing = failingOrder(question, bounds, count);
    if (failing !== 0) listedNodeCount ??= count;
    if (failing === null) return { nodeCount: count, listedNodeCount, bounds };
  }
  return { nodeCount: null, listedNodeCount, bounds };
}

/** The first order of arrival in which a pod finds no room at this count; null: every pod schedules in all of them. */
export function failingOrder(question: CountQuestion, bounds: CountBounds, count: number): number | null {
  if (count >= bounds.provenNodeCount) return null;
  const scheduler = new Scheduler(nodesAt(question, count), question.groups, question.traits);
  for (let order = 0; order < question.orderCount; order += 1) {
    if (!placeEvery(scheduler, arrivalFor(question, order))) return order;
  }
  return null;
}

/** The question's pods in the n-th order of arrival. */
export function arrivalFor({ groups, nodeAt }: CountQuestion, order: number): Arrival {
  return arrivalOf(groups, order, nodeAt(0).allocatable);
}

/** All nodes of the cluster when the pool has this many. */
export function nodesAt({ otherNodes, nodeAt }: CountQuestion, count: number): readonly Node[] {
  return [...otherNodes, ...Array.from({ length: count }, (_, index) => nodeAt(index))];
}
