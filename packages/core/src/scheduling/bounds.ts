import type { PodGroup } from "../input/pod-group.ts";
import { selectsPods } from "../input/pod-terms.ts";
import type { Bound } from "./bound.ts";
import { type Dimension, dimensionsOf, lessOneOfEach } from "./dimensions.ts";
import { type Allocatable, HOSTNAME_LABEL, type Node, ZONE_LABEL } from "./node.ts";
import { asksByName, labelsAsked, matchesNode } from "./node-affinity.ts";
import { isOfOwnPods } from "./pod-rules.ts";
import { untoleratedTaints } from "./taints.ts";

/** What can be said of a number of nodes without placing a pod. */
export interface CountBounds {
  /** No smaller number of nodes can hold the pods, however they are placed. */
  readonly lowerNodeCount: number;
  /** What asks for lowerNodeCount. */
  readonly boundBy: Bound;
  /** The division that gives lowerNodeCount; null where pods are counted one by one. */
  readonly division: Division | null;
  /** From here on every order of arrival and every tie works, which needs no trying; Infinity where nothing is proven. */
  readonly provenNodeCount: number;
  /** What one node has for pods after its DaemonSets. */
  readonly free: Allocatable;
}

/** What pods ask for of what binds, and what one node has of it: millicores, bytes or pods. */
export interface Division {
  readonly of: Bound;
  readonly askedQuantity: number;
  readonly quantityPerNode: number;
}

/** Whether a group's pods may run on a node at all, room apart. */
export function isAdmitted(group: PodGroup, node: Node): boolean {
  return matchesNode(group, node) && untoleratedTaints(group, node).length === 0;
}

/**
 * Bounds on the number of nodes like `node` for these groups. Only pods that must run on such nodes are counted.
 *
 * Lower: ⌈Σ requests ÷ free⌉ for each resource, and pods of which two never share a node, each on its own.
 *
 * Proven: a pod of c finds no room on a node only when more than free − c is taken there; the others together ask
 * for Σ − c, so at most ⌊(Σ − c) ÷ (free − c + 1)⌋ nodes can be that full. One node more than the sum of these over
 * CPU, memory, storage, pods, and over nodes closed by anti-affinity, always leaves room.
 */
export function countBounds(allocatable: Allocatable, ...parts: readonly Admission[]): CountBounds {
  const daemons = parts.flatMap((part) => part.daemons);
  const free = lessOneOfEach(allocatable, daemons);
  const pods = parts.flatMap((part) => part.pods);
  const dimensions = dimensionsOf([...daemons, ...pods]);
  const { boundBy, lowerNodeCount, division } = lowerOf(
    parts.flatMap(({ bound }) => bound),
    free,
    dimensions,
  );
  const isProvable =
    dimensions.every((dimension) => dimension.free(free) >= 0) && parts.every(({ isComplete }) => isComplete);
  const hasZones = parts.some((part) => part.hasZones);
  let proven: number | null = null;
  return {
    lowerNodeCount,
    boundBy,
    division,
    free,
    // Only when it is asked for: most shapes of nodes are left because of the lower bound.
    get provenNodeCount() {
      proven ??= isProvable ? provenOf(pods, free, dimensions, hasZones) : Number.POSITIVE_INFINITY;
      return proven;
    },
  };
}

/** Which of some groups may run on a pool's nodes, room apart. */
export interface Admission {
  /** DaemonSets with a pod on every such node. */
  readonly daemons: readonly PodGroup[];
  readonly pods: readonly PodGroup[];
  /** Of these pods, those that may run nowhere else. */
  readonly bound: readonly PodGroup[];
  /** Whether there are no further pods, which would have to run elsewhere. */
  readonly isComplete: boolean;
  readonly hasZones: boolean;
}

/** Which of these groups may run on nodes like this one, and which have to. */
export function admissionOf(groups: readonly PodGroup[], node: Node, otherNodes: readonly Node[]): Admission {
  const admitted = groups.filter((group) => isAdmitted(group, node));
  const pods = admitted.filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
  // Nodes of one pool and zone admit alike, but for their names; one of each kind tells.
  const isAlike = (one: Node, other: Node) =>
    one.taints === other.taints && one.labels === other.labels && one.zone === other.zone;
  const kinds = groups.some(asksByName)
    ? otherNodes
    : otherNodes.filter((other, index) => otherNodes.findIndex((one) => isAlike(one, other)) === index);
  return {
    daemons: admitted.filter(({ kind }) => kind === "DaemonSet"),
    pods,
    bound: pods.filter((group) => !kinds.some((other) => isAdmitted(group, other))),
    isComplete: groups.every((group) => group.kind === "DaemonSet" || group.replicas === 0 || pods.includes(group)),
    hasZones: node.zone !== null,
  };
}

type Lower = Pick<CountBounds, "boundBy" | "lowerNodeCount" | "division">;

function lowerOf(groups: readonly PodGroup[], free: Allocatable, dimensions: readonly Dimension[]): Lower {
  const candidates = dimensions.flatMap(({ bound, free: freeIn, ask }): Lower[] => {
    const room = freeIn(free);
    let [asked, alone] = [0, 0];
    for (const group of groups) {
      const each = ask(group);
      asked += each * group.replicas;
      // Two pods that each ask for more than half a node never share one.
      if (each + each > room) alone += group.replicas;
    }
    const divided = asked === 0 ? 0 : room <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(asked / room);
    return [
      { boundBy: bound, lowerNodeCount: divided, division: { of: bound, askedQuantity: asked, quantityPerNode: room } },
      { boundBy: "largest-pod", lowerNodeCount: bound === "pods" ? 0 : alone, division: null },
    ];
  });
  const apart = groups
    .filter(isApartByHost)
    .map(({ replicas }): Lower => ({ boundBy: "spread", lowerNodeCount: replicas, division: null }));
  return [...candidates, ...apart].reduce((most, one) => (one.lowerNodeCount > most.lowerNodeCount ? one : most), {
    boundBy: "nothing",
    lowerNodeCount: 0,
    division: null,
  });
}

function provenOf(
  groups: readonly PodGroup[],
  free: Allocatable,
  dimensions: readonly Dimension[],
  hasZones: boolean,
): number {
  if (groups.some((group) => isConstrained(group, hasZones))) return Number.POSITIVE_INFINITY;
  const rooms = dimensions.map((dimension) => dimension.free(free));
  const totals = dimensions.map(({ ask }) => groups.reduce((sum, group) => sum + ask(group) * group.replicas, 0));
  let most = 0;
  for (const group of groups) {
    let closed = isApartByHost(group) ? group.replicas - 1 : 0;
    for (let at = 0; at < dimensions.length; at += 1) {
      const size = (dimensions[at] as Dimension).ask(group);
      const room = rooms[at] as number;
      if (size > room) return Number.POSITIVE_INFINITY;
      if (size > 0) closed += Math.floor(((totals[at] as number) - size) / (room - size + 1));
    }
    most = Math.max(most, closed + 1);
  }
  return Math.min(most, byShares(groups, free, dimensions));
}

/**
 * The same by shares, which is closer where many small pods ask for several resources at once. A node is closed to a pod
 * of the largest request only when `room − largest + 1` of some resource is taken there. Each pod's share is the largest
 * of what it asks for over that; the shares on a closed node add up to 1, so that no more nodes are closed than ⌊Σ⌋.
 */
function byShares(groups: readonly PodGroup[], free: Allocatable, dimensions: readonly Dimension[]): number {
  if (groups.some(({ podAntiAffinity }) => (podAntiAffinity?.required ?? []).length > 0))
    return Number.POSITIVE_INFINITY;
  const needs = dimensions.map(({ free: freeIn, ask }) => {
    const largest = groups.reduce((most, group) => Math.max(most, ask(group)), 0);
    return { ask, need: freeIn(free) - largest + 1 };
  });
  const shareOf = (group: PodGroup) =>
    needs.reduce((most, { ask, need }) => Math.max(most, ask(group) === 0 ? 0 : ask(group) / need), 0);
  const sum = groups.reduce((total, group) => total + shareOf(group) * group.replicas, 0);
  return Math.floor(sum + ROUNDING) + 1;
}

/** Keeps a sum of shares on the safe side of binary fractions. */
const ROUNDING = 1e-6;

/** Whether no two of a group's pods may share a node. */
function isApartByHost(group: PodGroup): boolean {
  return (group.podAntiAffinity?.required ?? []).some(
    (term) => term.over === "hostname" && selectsPods(group, term, group),
  );
}

/** Conditions beyond "no two of its own on one node" that nodes alike in everything else meet differently. */
function isConstrained(group: PodGroup, hasZones: boolean): boolean {
  const { topologySpread, podAffinity, podAntiAffinity } = group;
  return (
    topologySpread.some(({ isHard }) => isHard) ||
    (podAffinity?.required ?? []).length > 0 ||
    (podAntiAffinity?.required ?? []).some((term) => !isOfOwnPods(term, group)) ||
    // Without zone labels nothing is "in one zone": the condition never binds.
    (hasZones && (podAntiAffinity?.required ?? []).some(({ over }) => over === "zone")) ||
    labelsAsked(group).some((key) => key === ZONE_LABEL || key === HOSTNAME_LABEL)
  );
}
