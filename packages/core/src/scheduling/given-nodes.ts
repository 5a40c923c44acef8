import type { PodGroup } from "../input/pod-group.ts";
import { arrivalOf } from "./arrival.ts";
import type { Node } from "./node.ts";
import { type Placement, placeAll } from "./placement.ts";
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

/** A node without which a pod finds no other. */
export interface MissedNode {
  readonly nodeName: string;
  readonly refused: RefusedPod;
}

/**
 * Pods on given nodes, placed once in each order of arrival that is tried, however much is asked of them.
 *
 * `new PodsOnNodes(nodes, groups, traitsOf("1.34.3")).refused.length`
 */
export class PodsOnNodes {
  readonly #nodes: readonly Node[];
  readonly #groups: readonly PodGroup[];
  readonly #traits: SchedulerTraits;
  readonly #placed: Placement[] = [];
  #refused: readonly RefusedPods[] | undefined;

  constructor(nodes: readonly Node[], groups: readonly PodGroup[], traits: SchedulerTraits) {
    this.#nodes = nodes;
    this.#groups = groups;
    this.#traits = traits;
  }

  /**
   * Pods that find no node, each group with the filters that refuse it: of the first order of arrival that leaves any.
   * Empty: all of them run, in every order that is tried.
   *
   * Two pods of 3 vCPU each and one node of 4: `[{ podCount: 1, refusals: [{ filter: "cpu", nodeCount: 1 }] }]`
   */
  get refused(): readonly RefusedPods[] {
    this.#refused ??= this.#refusedPods();
    return this.#refused;
  }

  /**
   * The first node whose loss leaves a pod without a node; null: every pod finds another after the loss of any one.
   * Only for nodes on which all pods run.
   *
   * @param canBeLost which nodes are tried: those of a control plane are another matter
   */
  missed(canBeLost: (node: Node) => boolean): MissedNode | null {
    const tried = [...this.#nodes.entries()].filter(([, node]) => canBeLost(node));
    for (const { scheduler } of this.#placements()) {
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
  pendingAfter(losses: readonly (readonly number[])[]): RefusedPod | null {
    for (const { scheduler } of this.#placements())
      for (const lost of losses) {
        const refused = refusedWithout(scheduler, lost);
        if (refused !== null) return refused;
      }
    return null;
  }

  #refusedPods(): readonly RefusedPods[] {
    if (this.#nodes.length === 0)
      return this.#groups
        .filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0)
        .map((group) => ({ group, podCount: group.replicas, nodeCount: 0, refusals: [] }));
    for (const { scheduler, unplaced } of this.#placements())
      if (unplaced.size > 0)
        return [...unplaced].map(([index, podCount]) => ({ ...refusedPod(scheduler, index), podCount }));
    return [];
  }

  *#placements(): Generator<Placement> {
    const [first] = this.#nodes;
    if (first === undefined) return;
    for (let order = 0; order < ORDER_COUNT; order += 1) {
      // A loss is put back after it was tried, so that what is asked next finds the pods where they were.
      this.#placed[order] ??= placeAll(
        this.#nodes,
        this.#groups,
        arrivalOf(this.#groups, order, first.allocatable),
        this.#traits,
      );
      yield this.#placed[order] as Placement;
    }
  }
}

function refusedWithout(scheduler: Scheduler, lostNodes: readonly number[]): RefusedPod | null {
  let refused: RefusedPod | null = null;
  reschedules(scheduler, lostNodes, (group) => {
    refused ??= refusedPod(scheduler, group);
  });
  return refused;
}
