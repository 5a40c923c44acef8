import type { PodGroup } from "../input/pod-group.ts";
import type { Arrival } from "./arrival.ts";
import type { Node } from "./node.ts";
import type { SchedulerTraits } from "./resource-score.ts";
import { Scheduler } from "./scheduler.ts";

/** Where pods went. */
export interface Placement {
  readonly scheduler: Scheduler;
  /** Pods that no node could take, by the index of their group. */
  readonly unplaced: ReadonlyMap<number, number>;
}

/**
 * Offers every pod, also after one has failed: a plan's answer and the reasons for what is left.
 *
 * `placeAll(nodes, groups, arrivalOf(groups, 0, nodes[0].allocatable), traitsOf("1.34.3")).unplaced.size`
 */
export function placeAll(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  arrival: Arrival,
  traits: SchedulerTraits,
): Placement {
  const scheduler = new Scheduler(nodes, groups, traits);
  const unplaced = new Map<number, number>();
  for (const [index, group] of groups.entries()) {
    if (group.kind === "DaemonSet" && !scheduler.placeDaemons(index)) unplaced.set(index, 1);
  }
  for (const group of offered(scheduler, arrival, 0)) unplaced.set(group, (unplaced.get(group) ?? 0) + 1);
  return { scheduler, unplaced };
}

/**
 * Offers DaemonSets and then pods of the groups from an index on (up to another) to what is there already. Returns the
 * index of a group of which a pod finds no node; -1 where all do. The arrival counts groups from that index.
 */
export function placeArrival(
  scheduler: Scheduler,
  { queue, tieBreak }: Arrival,
  from: number,
  to = scheduler.groups.length,
): number {
  for (let index = from; index < to; index += 1) {
    if (scheduler.groups[index]?.group.kind === "DaemonSet" && !scheduler.placeDaemons(index)) return index;
  }
  if (scheduler.mayFitLater) return offered(scheduler, { queue, tieBreak }, from)[0] ?? -1;
  for (const group of queue) if (scheduler.place(from + group, tieBreak) === -1) return from + group;
  return -1;
}

/**
 * Offers every pod, and those that found no node again as long as others have found one since, as the scheduler does.
 * Returns the groups of those left, one entry a pod.
 */
function offered(scheduler: Scheduler, { queue, tieBreak }: Arrival, from: number): readonly number[] {
  let waiting: readonly number[] = Array.from(queue, (group) => from + group);
  for (;;) {
    const failed = new Set<number>();
    const left = waiting.filter((group) => {
      // Where nothing opens later, what fitted nowhere once fits nowhere.
      if (!scheduler.mayFitLater && failed.has(group)) return true;
      const isLeft = scheduler.place(group, tieBreak) === -1;
      if (isLeft) failed.add(group);
      return isLeft;
    });
    if (!scheduler.mayFitLater || left.length === 0 || left.length === waiting.length) return left;
    waiting = left;
  }
}
