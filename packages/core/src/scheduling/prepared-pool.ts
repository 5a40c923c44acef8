import type { PodGroup } from "../input/pod-group.ts";
import { type Arrivals, arrivalsOf } from "./arrival.ts";
import { type Admission, admissionOf } from "./bounds.ts";
import type { Node } from "./node.ts";
import { placeArrival } from "./placement.ts";
import { type RefusedPod, refusedPod } from "./refusals.ts";
import type { SchedulerTraits } from "./resource-score.ts";
import { Scheduler, type Snapshot } from "./scheduler.ts";

/** What a pool's nodes are, and what is installed on them before its tenants come. */
export interface PoolGround {
  /** Pods that are there first: the platform. Empty where everything comes at once. */
  readonly installed: readonly PodGroup[];
  /** The cluster's other nodes. */
  readonly otherNodes: readonly Node[];
  /** The pool's n-th node, counted from 0. */
  readonly nodeAt: (index: number) => Node;
  readonly traits: SchedulerTraits;
}

/** Pools of up to so many nodes are kept ready for the next tenant; larger ones are rare and large. */
const KEPT_NODE_COUNT = 32;
/** The same of what losses leave, of which there are as many as nodes. */
const KEPT_LOSS_NODE_COUNT = 6;

/** A pool's ground for any number of nodes, kept ready: what is installed is the same for tenant after tenant. */
export class PreparedPool {
  readonly ground: PoolGround;
  /** Which of the installed pods run on nodes of the pool. */
  readonly installed: Admission;
  readonly #kept = new Map<string, PreparedNodes>();
  readonly #installing: Arrivals;

  constructor(ground: PoolGround) {
    this.ground = ground;
    this.installed = admissionOf(ground.installed, ground.nodeAt(0), ground.otherNodes);
    this.#installing = arrivalsOf(ground.installed, ground.nodeAt(0).allocatable);
  }

  /**
   * The cluster with so many nodes in the pool.
   * @param lost nodes that are not there, by their index among all
   */
  of(count: number, lost: readonly number[] = []): PreparedNodes {
    const key = `${count} ${lost.join()}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const nodes = this.nodesAt(count);
    const left = lost.length === 0 ? nodes : nodes.filter((_, index) => !lost.includes(index));
    const ready = new PreparedNodes(left, this.ground, this.#installing);
    if (count <= (lost.length === 0 ? KEPT_NODE_COUNT : KEPT_LOSS_NODE_COUNT)) this.#kept.set(key, ready);
    return ready;
  }

  /** All nodes of the cluster when the pool has so many. */
  nodesAt(count: number): readonly Node[] {
    const { otherNodes, nodeAt } = this.ground;
    return [...otherNodes, ...Array.from({ length: count }, (_, index) => nodeAt(index))];
  }
}

/** Says that already what is installed does not fit. */
const INSTALLED = -2;

/** Given nodes on which the installed pods are placed, in any order of arrival, before a tenant's come. */
export class PreparedNodes {
  readonly scheduler: Scheduler;
  readonly nodeCount: number;
  readonly #ground: PoolGround;
  readonly #installing: Arrivals;
  readonly #starts = new Map<number, Snapshot | null>();
  #seated: readonly PodGroup[] = [];

  /** @param installing the orders in which what is installed comes */
  constructor(nodes: readonly Node[], ground: PoolGround, installing: Arrivals) {
    this.#ground = ground;
    this.#installing = installing;
    this.nodeCount = nodes.length;
    this.scheduler = new Scheduler(nodes, ground.installed, ground.traits);
  }

  /** Places every pod of these groups in the n-th order of arrival; false where one finds no node. */
  place(groups: readonly PodGroup[], arrivals: Arrivals, order: number): boolean {
    return this.#failing(groups, arrivals, order) === -1;
  }

  /** A pod that finds no node, and which filters refuse it; null where every pod finds one. */
  refused(groups: readonly PodGroup[], arrivals: Arrivals, order: number): RefusedPod | null {
    const failing = this.#failing(groups, arrivals, order);
    if (failing === -1) return null;
    return refusedPod(this.scheduler, failing === INSTALLED ? this.#install(order) : failing);
  }

  #failing(groups: readonly PodGroup[], arrivals: Arrivals, order: number): number {
    const { installed } = this.#ground;
    if (groups !== this.#seated) {
      this.scheduler.seat(installed.length, groups);
      this.#seated = groups;
    }
    const start = this.#startOf(order);
    if (start === null) return INSTALLED;
    this.scheduler.restore(start);
    return placeArrival(this.scheduler, arrivals(order), installed.length);
  }

  #startOf(order: number): Snapshot | null {
    const known = this.#starts.get(order);
    if (known !== undefined) return known;
    const isPlaced = this.#install(order) === -1;
    const start = isPlaced ? this.scheduler.snapshot() : null;
    this.#starts.set(order, start);
    return start;
  }

  /** Places what is installed on empty nodes; the index of the group that fails, or -1. */
  #install(order: number): number {
    this.scheduler.clear();
    return placeArrival(this.scheduler, this.#installing(order), 0, this.#ground.installed.length);
  }
}
