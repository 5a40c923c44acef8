import type { PodGroup } from "../input/pod-group.ts";
import { arrivalOf } from "./arrival.ts";
import type { Node } from "./node.ts";
import { placeAll } from "./placement.ts";
import { type RefusedPod, refusedPod } from "./refusals.ts";
import { reschedules } from "./rescheduling.ts";
import type { SchedulerTraits } from "./resource-score.ts";
import type { Scheduler } from "./scheduler.ts";

/** Pods of one group that no node takes. */
export interface RefusedPods extends RefusedPod {
  readonly podCount: number;
}

/** As listed, small ones first, large ones first: where one of them leaves a pod, some rollout or restart will. */
const ORDER_COUNT = 3;

/**
 * Pods that find no node of given ones, each group with the filters that refuse it: of the first order of arrival that
 * leaves any. Empty: all of them run, in every order that is tried.
 *
 * Two pods of 3 vCPU each and one node of 4: `[{ podCount: 1, refusals: [{ filter: "cpu", nodeCount: 1 }] }]`
 */
export function refusedOn(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  traits: SchedulerTraits,
): readonly RefusedPods[] {
  if (nodes.length === 0)
    return groups
      .filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0)
      .map((group) => ({ group, podCount: group.replicas, nodeCount: 0, refusals: [] }));
  for (const { scheduler, unplaced } of placements(nodes, groups, traits))
    if (unplaced.size > 0)
      return [...unplaced].map(([index, podCount]) => ({ ...refusedPod(scheduler, index), podCount }));
  return [];
}

/** A node without which a pod finds no other. */
export interface MissedNode {
  readonly nodeName: string;
  readonly refused: RefusedPod;
}

/**
 * The first node whose loss leaves a pod without a node; null: every pod finds another after the loss of any one.
 * Only for nodes on which all pods run.
 *
 * @param canBeLost which nodes are tried: those of a control plane are another matter
 */
export function missedNode(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  traits: SchedulerTraits,
  canBeLost: (node: Node) => boolean,
): MissedNode | null {
  const tried = [...nodes.entries()].filter(([, node]) => canBeLost(node));
  for (const { scheduler } of placements(nodes, groups, traits)) {
    for (const [index, { name }] of tried) {
      const refused = refusedWithout(scheduler, [index]);
      if (refused !== null) return { nodeName: name, refused };
    }
  }
  return null;
}

/**
 * A pod that finds no other node while nodes are away at once, of the first loss that leaves one; null: every pod finds
 * another after each. Only for nodes on which all pods run.
 *
 * @param losses sets of nodes, by their index among all
 */
export function pendingAfter(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  traits: SchedulerTraits,
  losses: readonly (readonly number[])[],
): RefusedPod | null {
  for (const { scheduler } of placements(nodes, groups, traits))
    for (const lost of losses) {
      const refused = refusedWithout(scheduler, lost);
      if (refused !== null) return refused;
    }
  return null;
}

function refusedWithout(scheduler: Scheduler, lostNodes: readonly number[]): RefusedPod | null {
  let refused: RefusedPod | null = null;
  reschedules(scheduler, lostNodes, (group) => {
    refused ??= refusedPod(scheduler, group);
  });
  return refused;
}

function* placements(nodes: readonly Node[], groups: readonly PodGroup[], traits: SchedulerTraits) {
  const [first] = nodes;
  if (first === undefined) return;
  for (let order = 0; order < ORDER_COUNT; order += 1)
    yield placeAll(nodes, groups, arrivalOf(groups, order, first.allocatable), traits);
}
