import type { PodGroup } from "../input/pod-group.ts";
import { ClosingShares } from "./closing-shares.ts";
import { ClusterState, rowsOf } from "./cluster-state.ts";
import { findFeasible } from "./filters.ts";
import { GroupState } from "./group-state.ts";
import type { Allocatable, Node } from "./node.ts";
import { isRelated, type PodRules } from "./pod-rules.ts";
import { shareOf } from "./pod-share.ts";
import type { SchedulerTraits } from "./resource-score.ts";
import { scoreFeasible } from "./scores.ts";

/** Which of the equally good nodes to take: an index below `count`. The real scheduler draws it at random. */
export type TieBreak = (count: number) => number;

/** The first of the best nodes, so that a placement can be made again. */
export const takeFirst: TieBreak = () => 0;

const NOBODY = new Int32Array();

/** What was placed at a moment, to come back to. */
export interface Snapshot {
  readonly used: Float64Array;
  readonly podsUsed: Int32Array;
  /** Of every group, one after the other. */
  readonly ownOnNodes: Int32Array;
}

/** A cluster while pods arrive: each is placed as kube-scheduler's default profile would place it. */
export class Scheduler {
  readonly state: ClusterState;
  /** The groups of pods by their index, which every method takes. */
  readonly groups: GroupState[];
  /**
   * Orders in which pods of lost nodes come again, as indexes of the groups: higher priorities first, as the queue has
   * them, and of one priority as listed, small ones first (the harshest: they fill what a large one needs), large first.
   */
  get evictionOrders(): readonly (readonly number[])[] {
    this.#evictionOrders ??= evictionOrdersOf(this.groups, this.#largest);
    return this.#evictionOrders;
  }
  #evictionOrders: readonly (readonly number[])[] | null = null;
  readonly #largest: Allocatable;
  readonly #traits: SchedulerTraits;
  readonly #feasible: Int32Array;
  readonly #totals: Float64Array;
  readonly #best: Int32Array;
  /** Pods by node of the groups that came first, and of those that were seated. */
  readonly #firstOnNodes: Int32Array;
  #seatedOnNodes: Int32Array = NOBODY;
  /** Whether a pod that fits nowhere may fit once others are placed, so that it is worth offering again. */
  mayFitLater = false;
  /** Room for what is asked when nodes are lost. */
  readonly shares: ClosingShares;
  #isRelated = false;
  /** Of the last pod offered: how many nodes could take it, and how many were the best. */
  feasibleCount = 0;
  bestCount = 0;

  constructor(nodes: readonly Node[], groups: readonly PodGroup[], traits: SchedulerTraits) {
    this.state = new ClusterState(nodes);
    this.groups = [];
    this.#firstOnNodes = this.#take(groups);
    this.#relate();
    this.#largest = largestOf(nodes);
    this.shares = new ClosingShares(nodes.length);
    this.#traits = traits;
    this.#feasible = new Int32Array(nodes.length);
    this.#totals = new Float64Array(nodes.length);
    this.#best = new Int32Array(nodes.length);
  }

  /** Exchanges the groups that come after the first so many, which were there from the beginning. */
  seat(firstCount: number, groups: readonly PodGroup[]): void {
    this.groups.length = firstCount;
    this.#seatedOnNodes = this.#take(groups);
    this.#relate();
    this.#evictionOrders = null;
  }

  /** Adds groups; returns where their pods by node are kept. */
  #take(groups: readonly PodGroup[]): Int32Array {
    const count = this.state.nodes.length;
    const ownOnNodes = rowsOf(new Int32Array(groups.length * count), count);
    const scores = rowsOf(new Int32Array(groups.length * count), count);
    const seen = rowsOf(new Int32Array(groups.length * count), count);
    for (const group of groups) {
      this.groups.push(
        new GroupState(group, this.state, { ownOnNode: ownOnNodes.next(), scores: scores.next(), seen: seen.next() }),
      );
    }
    return ownOnNodes.all;
  }

  /** Tells each group of the others, where any group's rules speak of others. */
  #relate(): void {
    const wasRelated = this.#isRelated;
    this.#isRelated = this.groups.some(({ group }) => isRelated(group));
    const all = this.#isRelated || wasRelated ? this.groups : null;
    for (const own of this.groups) own.relate(all, this.state.zoneOf);
    this.mayFitLater = all !== null && this.groups.some(({ rules }) => mayFitLater(rules));
  }

  /** What is placed now, of the groups that were there from the beginning; nothing else may be. */
  snapshot(): Snapshot {
    const { state } = this;
    return { used: state.used.slice(), podsUsed: state.podsUsed.slice(), ownOnNodes: this.#firstOnNodes.slice() };
  }

  /** Goes back to a snapshot of the same nodes and first groups. */
  restore({ used, podsUsed, ownOnNodes }: Snapshot): void {
    const { state } = this;
    state.clear();
    state.used.set(used);
    state.podsUsed.set(podsUsed);
    this.#firstOnNodes.set(ownOnNodes);
    this.#seatedOnNodes.fill(0);
  }

  /** Starts again with empty nodes. */
  clear(): void {
    this.state.clear();
    this.#firstOnNodes.fill(0);
    this.#seatedOnNodes.fill(0);
  }

  /** Places one pod of a group; -1 where no node can take it. */
  place(group: number, tieBreak: TieBreak): number {
    this.rank(group);
    if (this.bestCount === 0) return -1;
    const node = this.#best[this.bestCount === 1 ? 0 : tieBreak(this.bestCount)] as number;
    this.bind(group, node);
    return node;
  }

  /** Finds the best nodes for one pod of a group without placing it. */
  rank(group: number): void {
    const own = this.groups[group] as GroupState;
    own.refresh(this.state, this.#traits);
    const count = findFeasible(this.state, own, this.#feasible);
    this.feasibleCount = count;
    this.bestCount = 0;
    if (count === 0) return;
    if (count === 1) {
      this.#best[0] = this.#feasible[0] as number;
      this.bestCount = 1;
      return;
    }
    scoreFeasible(this.state, own, this.#feasible, count, this.#totals);
    let top = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at += 1) {
      const total = this.#totals[at] as number;
      if (total > top) {
        top = total;
        this.bestCount = 0;
      }
      if (total === top) {
        this.#best[this.bestCount] = this.#feasible[at] as number;
        this.bestCount += 1;
      }
    }
  }

  /** The best nodes that `rank` found, in order. */
  bestNodes(): readonly number[] {
    return [...this.#best.subarray(0, this.bestCount)];
  }

  /** Puts one pod of each node's kind there that a DaemonSet may have; false where one does not fit. */
  placeDaemons(group: number): boolean {
    const own = this.groups[group] as GroupState;
    let isPlaced = true;
    for (let node = 0; node < own.isAdmitted.length; node += 1) {
      if (own.isAdmitted[node] === 0) continue;
      if (this.state.hasRoom(node, own.size)) this.bind(group, node);
      else isPlaced = false;
    }
    return isPlaced;
  }

  /** Pods by node, a row a group: of the groups that came first, and of those that were seated. */
  get ownOnNodes(): readonly Int32Array[] {
    return [this.#firstOnNodes, this.#seatedOnNodes];
  }

  /** Puts a pod of a group on a node, asking nothing. */
  bind(group: number, node: number): void {
    this.#change(group, node, 1);
  }

  /** Takes a pod of a group off a node. */
  unbind(group: number, node: number): void {
    this.#change(group, node, -1);
  }

  #change(group: number, node: number, sign: 1 | -1): void {
    const own = this.groups[group] as GroupState;
    this.state.change(node, own.size, sign);
    own.ownOnNode[node] = (own.ownOnNode[node] as number) + sign;
  }
}

/** What other pods open: a domain with a pod that is needed, a skew that other groups' pods make smaller. */
function mayFitLater({ needs, hard }: PodRules): boolean {
  return needs !== null || hard.some(({ counted, selfCount }) => counted.length > selfCount);
}

function evictionOrdersOf(groups: readonly GroupState[], node: Allocatable): readonly (readonly number[])[] {
  const shares = groups.map(({ group }) => shareOf(group, node));
  const priorityOf = (index: number) => (groups[index] as GroupState).group.priority;
  const growth = (a: number, b: number) => (shares[a] as number) - (shares[b] as number);
  const orderBy = (difference: (a: number, b: number) => number) =>
    [...groups.keys()].sort((a, b) => priorityOf(b) - priorityOf(a) || difference(a, b));
  return [orderBy(growth), orderBy(() => 0), orderBy((a, b) => growth(b, a))];
}

/** What the largest node has: by it pods are called small or large. */
function largestOf(nodes: readonly Node[]): Allocatable {
  return nodes.reduce<Allocatable>(
    (most, { allocatable }) => (allocatable.memoryBytes > most.memoryBytes ? allocatable : most),
    {
      cpuMillicores: 0,
      memoryBytes: 0,
      podCount: 0,
    },
  );
}
