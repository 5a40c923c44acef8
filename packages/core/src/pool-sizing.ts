import { arrivalOf } from "./scheduling/arrival.ts";
import type { Bound, CountBounds } from "./scheduling/bounds.ts";
import { countBounds, isAdmitted } from "./scheduling/bounds.ts";
import { mainRefusal, type Refusal } from "./scheduling/diagnosis.ts";
import type { Allocatable, Node } from "./scheduling/node.ts";
import { placeAll } from "./scheduling/placement.ts";
import type { PodGroup } from "./scheduling/pod-group.ts";
import { type CountQuestion, nodesAt, smallestCount, trialOf } from "./scheduling/smallest-count.ts";
import { type Loss, lossesOf, survives } from "./scheduling/survival.ts";

/** Why a pool has nodes, in the order in which they are added. */
export type NodeReason = "requests" | "spreading" | "arrival" | "growth" | "headroom" | "failure" | "floor" | "choice";

/** Nodes that one reason adds to those before it. */
export interface NodeCountStep {
  readonly reason: NodeReason;
  readonly nodeCount: number;
}

/** What a worker pool has to carry, and what it must stand. */
export interface SizingQuestion extends Omit<CountQuestion, "leastNodeCount"> {
  readonly growth: readonly PodGroup[];
  readonly headroom: readonly PodGroup[];
  readonly loss: Loss;
  readonly floorNodeCount: number;
  /** More nodes than these are not worth counting: another shape is cheaper. */
  readonly worthNodeCount: number;
}

/** Pods that do not run on any number of nodes, or not on as many as a cluster may have. */
export interface Unplaced {
  readonly group: PodGroup;
  readonly refusal: Refusal | "larger-than-node" | "too-many-nodes";
}

/** How much more the pool's nodes hold at the most, spare nodes left alone: one node more is needed at the latest then. */
export interface Room {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly podCount: number;
}

export interface PoolSizing {
  readonly nodeCount: number;
  readonly steps: readonly NodeCountStep[];
  /** What the sum of requests asks for: no placement needs fewer. */
  readonly lowerBoundNodeCount: number;
  /** At this many all pods of today schedule in every order that was tried. */
  readonly neededNodeCount: number;
  /** What asks for the needed nodes. */
  readonly neededFor: Bound;
  readonly unplaced: readonly Unplaced[];
  /** false: no number of nodes within reach survives the loss. */
  readonly survivesLoss: boolean;
  readonly room: Room;
  /** How many nodes the loss takes at worst. */
  readonly spareNodeCount: number;
}

/** How far beyond the nodes that requests need a count is looked for that also survives a loss. */
const SEARCH_FACTOR = 2;
const SEARCH_SPAN = 16;

/**
 * Counts a worker pool's nodes step by step: requests, what the scheduler's spreading and the order of arrival cost,
 * growth, headroom, the loss to survive, the floor. Each step's count is one at which every pod schedules.
 * Returns null where more nodes than are worth counting would be needed.
 */
export function sizePool(asked: SizingQuestion): PoolSizing | null {
  const isCut = asked.worthNodeCount < asked.mostNodeCount;
  const question = isCut ? { ...asked, mostNodeCount: asked.worthNodeCount } : asked;
  const { placeable, unplaced } = sortOut(question);
  const today = { ...question, groups: placeable, leastNodeCount: 1 };
  const needed = smallestCount(today);
  const least = Math.max(1, needed.bounds.lowerNodeCount);
  if (needed.nodeCount === null) {
    return isCut ? null : unschedulable(question, placeable, unplaced, needed.bounds);
  }
  const steps: NodeCountStep[] = [];
  let nodeCount = 0;
  const raise = (reason: NodeReason, to: number) => {
    if (to > nodeCount) steps.push({ reason, nodeCount: to - nodeCount });
    nodeCount = Math.max(nodeCount, to);
  };
  raise("requests", least);
  raise("spreading", needed.listedNodeCount ?? needed.nodeCount);
  raise("arrival", needed.nodeCount);
  const failed: Unplaced[] = [];
  let groups = placeable;
  for (const reason of ["growth", "headroom"] as const) {
    if (question[reason].length === 0) continue;
    groups = [...groups, ...question[reason]];
    const answer = smallestCount({ ...question, groups, leastNodeCount: nodeCount });
    if (answer.nodeCount === null)
      failed.push(...question[reason].map((group) => ({ group, refusal: "too-many-nodes" as const })));
    else raise(reason, answer.nodeCount);
  }
  const full = { ...question, groups, leastNodeCount: nodeCount };
  const bounds = countBounds(groups, question.nodeAt(0), question.otherNodes);
  const trial = trialOf(full, bounds);
  const surviving = firstFrom(nodeCount, full, (count) => trial.holds(count) && survives(trial, count, question.loss));
  raise("failure", surviving ?? nodeCount);
  const atFloor = Math.max(nodeCount, question.floorNodeCount);
  const isSurviving = surviving !== null;
  if (isCut && !(isSurviving && failed.length === 0)) return null;
  const floored = firstFrom(
    atFloor,
    full,
    (count) => trial.holds(count) && (!isSurviving || survives(trial, count, question.loss)),
  );
  raise("floor", floored ?? atFloor);
  const spareNodeCount = lossesOf(full, nodeCount, question.loss).reduce(
    (most, lost) => Math.max(most, lost.length),
    0,
  );
  return {
    nodeCount,
    steps,
    lowerBoundNodeCount: needed.bounds.lowerNodeCount,
    neededNodeCount: needed.nodeCount,
    neededFor: needed.nodeCount > least ? scarceAt(today, needed.nodeCount - 1) : needed.bounds.boundBy,
    unplaced: [...unplaced, ...failed],
    survivesLoss: isSurviving,
    room: roomOf(groups, bounds, question, nodeCount - Math.min(spareNodeCount, nodeCount)),
    spareNodeCount,
  };
}

/** The first count from one on for which something holds, within a reach that keeps the time bounded. */
function firstFrom(from: number, { mostNodeCount }: CountQuestion, holds: (count: number) => boolean): number | null {
  const most = Math.min(mostNodeCount, from * SEARCH_FACTOR + SEARCH_SPAN);
  for (let count = from; count <= most; count += 1) if (holds(count)) return count;
  return null;
}

/** Takes out the groups of which no pod ever runs, so that the rest can still be counted. */
function sortOut({ groups, nodeAt, otherNodes }: SizingQuestion): {
  readonly placeable: readonly PodGroup[];
  readonly unplaced: readonly Unplaced[];
} {
  const node = nodeAt(0);
  const { free } = countBounds(groups, node, otherNodes);
  const unplaced = groups.flatMap((group): readonly Unplaced[] => {
    const isElsewhere = group.kind !== "DaemonSet" && otherNodes.some((other) => isAdmitted(group, other));
    if (group.replicas === 0 || isElsewhere) return [];
    const room = group.kind === "DaemonSet" ? node.allocatable : free;
    return isAdmitted(group, node) && exceeds(group, room) ? [{ group, refusal: "larger-than-node" }] : [];
  });
  const out = new Set(unplaced.map(({ group }) => group));
  return { placeable: groups.filter((group) => !out.has(group)), unplaced };
}

function exceeds({ requests }: PodGroup, room: Allocatable): boolean {
  return (
    (requests.cpuMillicores ?? 0) > Math.max(0, room.cpuMillicores) ||
    (requests.memoryBytes ?? 0) > Math.max(0, room.memoryBytes) ||
    room.podCount <= 0
  );
}

/** A pool that no number of nodes within reach makes work: the rest of the plan gets the least that sums ask for. */
function unschedulable(
  question: SizingQuestion,
  groups: readonly PodGroup[],
  unplaced: readonly Unplaced[],
  bounds: CountBounds,
): PoolSizing {
  const isTooLarge = bounds.lowerNodeCount > question.mostNodeCount;
  const asked = Number.isFinite(bounds.lowerNodeCount) ? bounds.lowerNodeCount : 0;
  const nodeCount = Math.max(1, asked, question.floorNodeCount);
  const blamed = isTooLarge
    ? largest(groups, question)
    : leftOver(question, groups, Math.min(nodeCount + SEARCH_SPAN, question.mostNodeCount));
  return {
    nodeCount,
    steps: [
      { reason: "requests" as const, nodeCount: Math.max(1, asked) },
      { reason: "floor" as const, nodeCount: nodeCount - Math.max(1, asked) },
    ].filter((step) => step.nodeCount > 0),
    lowerBoundNodeCount: asked,
    neededNodeCount: Math.max(1, asked),
    neededFor: bounds.boundBy,
    unplaced: [...unplaced, ...blamed],
    survivesLoss: false,
    room: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 },
    spareNodeCount: 0,
  };
}

/** The group that asks for most of a pool that is too large for a cluster. */
function largest(groups: readonly PodGroup[], { nodeAt }: SizingQuestion): readonly Unplaced[] {
  const { allocatable } = nodeAt(0);
  const nodesOf = ({ requests, replicas }: PodGroup) =>
    replicas *
    Math.max(
      (requests.cpuMillicores ?? 0) / Math.max(1, allocatable.cpuMillicores),
      (requests.memoryBytes ?? 0) / Math.max(1, allocatable.memoryBytes),
      1 / Math.max(1, allocatable.podCount),
    );
  const [group] = groups.filter(({ kind }) => kind !== "DaemonSet").sort((a, b) => nodesOf(b) - nodesOf(a));
  return group === undefined ? [] : [{ group, refusal: "too-many-nodes" }];
}

/** Which pods stay pending with plenty of nodes, and why. */
function leftOver(question: SizingQuestion, groups: readonly PodGroup[], count: number): readonly Unplaced[] {
  const asked = { ...question, groups, leastNodeCount: 1 };
  const arrival = arrivalOf(groups, 0, question.nodeAt(0).allocatable);
  const { scheduler, unplaced } = placeAll(nodesAt(asked, count), groups, arrival, question.traits);
  if (unplaced.size === 0) {
    const [group] = groups.filter(({ topologySpread }) => topologySpread.length > 0);
    return group === undefined ? [] : [{ group, refusal: "spread" }];
  }
  return [...unplaced.keys()].map((index) => ({
    group: groups[index] as PodGroup,
    refusal: mainRefusal(scheduler, index),
  }));
}

/** What pods lack when the pool has one node fewer than it needs. */
function scarceAt(question: CountQuestion, count: number): Bound {
  const { groups, traits } = question;
  const nodes: readonly Node[] = nodesAt(question, count);
  for (let order = 0; order < question.orderCount; order += 1) {
    const { scheduler, unplaced } = placeAll(
      nodes,
      groups,
      arrivalOf(groups, order, question.nodeAt(0).allocatable),
      traits,
    );
    const [first] = unplaced.keys();
    if (first === undefined) continue;
    const refusal = mainRefusal(scheduler, first);
    return refusal === "selector-or-taint" ? "spread" : refusal;
  }
  return "spread";
}

function roomOf(
  groups: readonly PodGroup[],
  { free }: CountBounds,
  { nodeAt }: SizingQuestion,
  nodeCount: number,
): Room {
  const counted = groups.filter((group) => group.kind !== "DaemonSet" && isAdmitted(group, nodeAt(0)));
  const left = (each: number, ask: (group: PodGroup) => number) =>
    Math.max(0, each * nodeCount - counted.reduce((sum, group) => sum + ask(group) * group.replicas, 0));
  return {
    cpuMillicores: left(free.cpuMillicores, ({ requests }) => requests.cpuMillicores ?? 0),
    memoryBytes: left(free.memoryBytes, ({ requests }) => requests.memoryBytes ?? 0),
    podCount: left(free.podCount, () => 1),
  };
}
