import type { Arrival } from "./arrival.ts";
import type { Node } from "./node.ts";
import type { PodGroup } from "./pod-group.ts";
import { Scheduler } from "./scheduler.ts";
import type { SchedulerTraits } from "./resource-score.ts";

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

/** The same on a scheduler's empty nodes, given up at the first pod that no node can take; whether all found one. */
export function placeEvery(scheduler: Scheduler, arrival: Arrival): boolean {
  scheduler.clear();
  for (const [index, { group }] of scheduler.groups.entries()) {
    if (group.kind === "DaemonSet" && !scheduler.placeDaemons(index)) return false;
  }
  for (const group of arrival.queue) if (scheduler.place(group, arrival.tieBreak) === -1) return false;
  return true;
}
