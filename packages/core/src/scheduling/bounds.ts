import type { PodGroup } from "../input/pod-group.ts";
import { type Allocatable, HOSTNAME_LABEL, type Node, ZONE_LABEL } from "./node.ts";
import { matchesSelector, untoleratedTaints } from "./taints.ts";

/** What asks for a number of nodes. */
export type Bound = (typeof BOUNDS)[number];

export const BOUNDS = ["cpu", "memory", "ephemeral-storage", "pods", "largest-pod", "spread", "nothing"] as const;

export interface CountBounds {
  /** No smaller number of nodes can hold the pods, however they are placed. */
  readonly lowerNodeCount: number;
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
  return matchesSelector(group, node) && untoleratedTaints(group, node).length === 0;
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
  const free = parts.reduce(lessDaemons, { ephemeralStorageBytes: 0, ...allocatable });
  const { boundBy, lowerNodeCount, division } = lowerOf(
    parts.flatMap(({ bound }) => bound),
    free,
  );
  const isProvable =
    DIMENSIONS.every((dimension) => dimension.free(free) >= 0) && parts.every(({ isComplete }) => isComplete);
  const pods = parts.flatMap((part) => part.pods);
  const hasZones = parts.some((part) => part.hasZones);
  const provenNodeCount = isProvable ? provenOf(pods, free, hasZones) : Number.POSITIVE_INFINITY;
  return { lowerNodeCount, boundBy, division, provenNodeCount, free };
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

export function admissionOf(groups: readonly PodGroup[], node: Node, otherNodes: readonly Node[]): Admission {
  const admitted = groups.filter((group) => isAdmitted(group, node));
  const pods = admitted.filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
  // Nodes of one pool admit alike; one of each kind tells.
  const kinds = otherNodes.filter(
    (other, index) => otherNodes.findIndex((one) => one.taints === other.taints) === index,
  );
  return {
    daemons: admitted.filter(({ kind }) => kind === "DaemonSet"),
    pods,
    bound: pods.filter((group) => !kinds.some((other) => isAdmitted(group, other))),
    isComplete: groups.every((group) => group.kind === "DaemonSet" || group.replicas === 0 || pods.includes(group)),
    hasZones: node.zone !== null,
  };
}

function lessDaemons(free: Required<Allocatable>, { daemons }: Admission): Required<Allocatable> {
  const sum = (of: (group: PodGroup) => number) => daemons.reduce((total, group) => total + of(group), 0);
  return {
    cpuMillicores: free.cpuMillicores - sum(({ requests }) => requests.cpuMillicores ?? 0),
    memoryBytes: free.memoryBytes - sum(({ requests }) => requests.memoryBytes ?? 0),
    podCount: free.podCount - daemons.length,
    ephemeralStorageBytes: free.ephemeralStorageBytes - sum(({ requests }) => requests.ephemeralStorageBytes ?? 0),
  };
}

interface Dimension {
  readonly bound: Bound;
  readonly free: (node: Allocatable) => number;
  readonly ask: (group: PodGroup) => number;
}

const DIMENSIONS: readonly Dimension[] = [
  { bound: "cpu", free: (node) => node.cpuMillicores, ask: ({ requests }) => requests.cpuMillicores ?? 0 },
  { bound: "memory", free: (node) => node.memoryBytes, ask: ({ requests }) => requests.memoryBytes ?? 0 },
  {
    bound: "ephemeral-storage",
    free: (node) => node.ephemeralStorageBytes ?? 0,
    ask: ({ requests }) => requests.ephemeralStorageBytes ?? 0,
  },
  { bound: "pods", free: (node) => node.podCount, ask: () => 1 },
];

type Lower = Pick<CountBounds, "boundBy" | "lowerNodeCount" | "division">;

function lowerOf(groups: readonly PodGroup[], free: Allocatable): Lower {
  const candidates = DIMENSIONS.flatMap(({ bound, free: freeIn, ask }): Lower[] => {
    const room = freeIn(free);
    const asked = groups.reduce((sum, group) => sum + ask(group) * group.replicas, 0);
    // Two pods that each ask for more than half a node never share one.
    const alone = groups.reduce((sum, group) => sum + (ask(group) + ask(group) > room ? group.replicas : 0), 0);
    const divided = asked === 0 ? 0 : room <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(asked / room);
    return [
      { boundBy: bound, lowerNodeCount: divided, division: { of: bound, askedQuantity: asked, quantityPerNode: room } },
      { boundBy: "largest-pod", lowerNodeCount: bound === "pods" ? 0 : alone, division: null },
    ];
  });
  const apart = groups
    .filter(({ antiAffinity }) => antiAffinity?.isRequired === true && antiAffinity.over === "hostname")
    .map(({ replicas }): Lower => ({ boundBy: "spread", lowerNodeCount: replicas, division: null }));
  return [...candidates, ...apart].reduce((most, one) => (one.lowerNodeCount > most.lowerNodeCount ? one : most), {
    boundBy: "nothing",
    lowerNodeCount: 0,
    division: null,
  });
}

function provenOf(groups: readonly PodGroup[], free: Allocatable, hasZones: boolean): number {
  if (groups.some((group) => isConstrained(group, hasZones))) return Number.POSITIVE_INFINITY;
  const totals = DIMENSIONS.map(({ ask }) => groups.reduce((sum, group) => sum + ask(group) * group.replicas, 0));
  let most = 0;
  for (const group of groups) {
    const isApart = group.antiAffinity?.isRequired === true && group.antiAffinity.over === "hostname";
    let closed = isApart ? group.replicas - 1 : 0;
    for (const [index, { free: freeIn, ask }] of DIMENSIONS.entries()) {
      const [size, room] = [ask(group), freeIn(free)];
      if (size > room) return Number.POSITIVE_INFINITY;
      if (size > 0) closed += Math.floor(((totals[index] as number) - size) / (room - size + 1));
    }
    most = Math.max(most, closed + 1);
  }
  return Math.min(most, byShares(groups, free));
}

/**
 * The same by shares, which is closer where many small pods ask for several resources at once. A node is closed to a pod
 * of the largest request only when `room − largest + 1` of some resource is taken there. Each pod's share is the largest
 * of what it asks for over that; the shares on a closed node add up to 1, so that no more nodes are closed than ⌊Σ⌋.
 */
function byShares(groups: readonly PodGroup[], free: Allocatable): number {
  if (groups.some(({ antiAffinity }) => antiAffinity?.isRequired === true)) return Number.POSITIVE_INFINITY;
  const needs = DIMENSIONS.map(({ free: freeIn, ask }) => {
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

/** Conditions beyond "not on the same node" that nodes alike in everything else meet differently. */
function isConstrained({ topologySpread, antiAffinity, nodeSelector }: PodGroup, hasZones: boolean): boolean {
  return (
    topologySpread.some(({ isHard }) => isHard) ||
    // Without zone labels nothing is "in one zone": the condition never binds.
    (hasZones && antiAffinity?.isRequired === true && antiAffinity.over === "zone") ||
    Object.hasOwn(nodeSelector, ZONE_LABEL) ||
    Object.hasOwn(nodeSelector, HOSTNAME_LABEL)
  );
}
