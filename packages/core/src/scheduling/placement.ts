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

/** Offers every pod, also after one has failed: a plan's answer and the reasons for what is left. */
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
  for (const group of arrival.queue) {
    const failed = unplaced.get(group);
    // Nothing is given back, so what fitted nowhere once fits nowhere later.
    if (failed !== undefined) unplaced.set(group, failed + 1);
    else if (scheduler.place(group, arrival.tieBreak) === -1) unplaced.set(group, 1);
  }
  return { scheduler, unplaced };
}

/**
 * Offers DaemonSets and then pods of the groups from an index on (up to another) to what is there already. Returns the
 * index of the first group of which a pod finds no node; -1 where all do. The arrival counts groups from that index.
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
  for (const group of queue) if (scheduler.place(from + group, tieBreak) === -1) return from + group;
  return -1;
}
