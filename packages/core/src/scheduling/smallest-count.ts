import { type Arrivals, arrivalsOf } from "./arrival.ts";
import { type CountBounds, countBounds } from "./bounds.ts";
import type { Node } from "./node.ts";
import { placeEvery } from "./placement.ts";
import type { PodGroup } from "./pod-group.ts";
import type { SchedulerTraits } from "./resource-score.ts";
import { Scheduler } from "./scheduler.ts";

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
  const orders = trialOf(question, bounds);
  let listedNodeCount: number | null = null;
  for (let count = Math.max(bounds.lowerNodeCount, leastNodeCount); count <= mostNodeCount; count += 1) {
    if (listedNodeCount === null && orders.holdsAsListed(count)) listedNodeCount = count;
    if (listedNodeCount !== null && orders.holds(count)) return { nodeCount: count, listedNodeCount, bounds };
  }
  return { nodeCount: null, listedNodeCount, bounds };
}

/** Tries counts of one question: the order that failed last is asked first, because it mostly fails again. */
export interface Trial {
  readonly question: CountQuestion;
  readonly bounds: CountBounds;
  readonly arrivals: Arrivals;
  holdsAsListed(count: number): boolean;
  /** Whether every pod schedules at this count in every order of arrival. */
  holds(count: number): boolean;
}

export function trialOf(question: CountQuestion, bounds: CountBounds): Trial {
  const arrivals = arrivalsOf(question.groups, question.nodeAt(0).allocatable);
  const orders = Array.from({ length: question.orderCount }, (_, order) => order);
  const schedulerAt = (count: number) => new Scheduler(nodesAt(question, count), question.groups, question.traits);
  return {
    question,
    bounds,
    arrivals,
    holdsAsListed: (count) => count >= bounds.provenNodeCount || placeEvery(schedulerAt(count), arrivals(0)),
    holds: (count) => {
      if (count >= bounds.provenNodeCount) return true;
      const scheduler = schedulerAt(count);
      const failing = orders.findIndex((order) => !placeEvery(scheduler, arrivals(order)));
      if (failing > 0) orders.unshift(...orders.splice(failing, 1));
      return failing === -1;
    },
  };
}

/** All nodes of the cluster when the pool has this many. */
export function nodesAt({ otherNodes, nodeAt }: CountQuestion, count: number): readonly Node[] {
  return [...otherNodes, ...Array.from({ length: count }, (_, index) => nodeAt(index))];
}
