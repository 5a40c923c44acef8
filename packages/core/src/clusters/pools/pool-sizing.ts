import type { ExtendedResources } from "../../base/extended-resources.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { Bound } from "../../scheduling/bound.ts";
import { type CountBounds, type Division, isAdmitted } from "../../scheduling/bounds.ts";
import { Effort } from "../../scheduling/effort.ts";
import { type Attempt, attemptOf, type PoolToCount, smallestCount } from "../../scheduling/smallest-count.ts";
import { isOneMore, spareNeeded, standsLoss } from "../../scheduling/survival.ts";
import { type Unplaced, withoutHopeless } from "./hopeless-pods.ts";
import { largest, leftOver, scarceAt } from "./pending-pods.ts";
import type { PoolToSize } from "./pool-to-size.ts";

/** Why a pool has nodes, in the order in which they are added. */
export type NodeReason =
  | "requests"
  | "spreading"
  | "arrival"
  | "growth"
  | "headroom"
  | "failure"
  | "floor"
  | "asked"
  | "standing"
  | "choice";

/** Nodes that one reason adds to those before it. */
export interface NodeCountStep {
  readonly reason: NodeReason;
  readonly nodeCount: number;
}

/** How much more the pool's nodes hold at the most, spare nodes left alone: one node more is needed at the latest then. */
export interface Room {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly podCount: number;
  /** Of what the nodes have; absent: they have none. */
  readonly extended?: ExtendedResources;
}

export interface PoolSizing {
  readonly nodeCount: number;
  readonly steps: readonly NodeCountStep[];
  /** What the sum of requests asks for: no placement needs fewer. */
  readonly lowerBoundNodeCount: number;
  /** The division behind it; null where pods are counted one by one, or not all of them run. */
  readonly division: Division | null;
  /** At this many all pods of today schedule in every order that was tried. */
  readonly neededNodeCount: number;
  /** What asks for the needed nodes. */
  readonly neededFor: Bound;
  readonly unplaced: readonly Unplaced[];
  /** false: no number of nodes within reach survives the loss. */
  readonly survivesLoss: boolean;
  /** Whether one node is among those for the loss that only orders which were not tried may ask for. */
  readonly hasOneMore: boolean;
  /** What the most nodes that a cluster may have stands in the way of; `effort`: what may be tried does not suffice. */
  readonly limited: "loss" | "floor" | "asked" | "effort" | null;
  /** Whether counts below were left untried, so that fewer nodes may do. */
  readonly isCutShort: boolean;
  /** In how many of the orders of arrival that were asked for the pods were placed. */
  readonly triedOrderCount: number;
  readonly room: Room;
}

/** How far beyond the nodes that requests need a count is looked for that also survives a loss. */
const SEARCH_FACTOR = 2;
const SEARCH_SPAN = 16;

/**
 * Counts a worker pool's nodes step by step: requests, what the scheduler's spreading and the order of arrival cost,
 * growth, headroom, the loss to survive, the floor, the nodes that stand already. Each step's count is one at which every pod schedules.
 * Returns null where more nodes than are worth counting would be needed.
 */
export function sizePool(asked: PoolToSize): PoolSizing | null {
  const isCut = asked.worthNodeCount < asked.mostNodeCount;
  const effort = new Effort(asked.onTry);
  const { question, unplaced } = withoutHopeless({
    ...asked,
    mostNodeCount: Math.min(asked.worthNodeCount, asked.mostNodeCount),
  });
  const today = attemptOf({ ...question, effort });
  const needed = smallestCount({ ...question, leastNodeCount: 1 }, today);
  if (needed.nodeCount === null) return isCut ? null : unschedulable(question, today, unplaced);
  const steps: NodeCountStep[] = [];
  let nodeCount = 0;
  const raise = (reason: NodeReason, to: number) => {
    if (to > nodeCount) steps.push({ reason, nodeCount: to - nodeCount });
    nodeCount = Math.max(nodeCount, to);
  };
  const least = Math.max(1, needed.bounds.lowerNodeCount);
  raise("requests", least);
  raise("spreading", needed.listedNodeCount ?? needed.nodeCount);
  raise("arrival", needed.nodeCount);
  const neededFor = nodeCount > least ? scarceAt(today, nodeCount - 1) : needed.bounds.boundBy;

  let attempt = today;
  const failed: Unplaced[] = [];
  for (const reason of ["growth", "headroom"] as const) {
    if (question[reason].length === 0) continue;
    const fuller = attemptOf({ ...question, effort, groups: [...attempt.groups, ...question[reason]] });
    const answer = smallestCount({ ...question, groups: fuller.groups, leastNodeCount: nodeCount }, fuller);
    if (answer.nodeCount === null) {
      failed.push(...question[reason].map((group) => ({ group, refusal: "too-many-nodes" as const })));
      continue;
    }
    raise(reason, answer.nodeCount);
    attempt = fuller;
  }

  const { loss } = question;
  const filled = nodeCount;
  const stands = (count: number) => standsLoss(attempt, count, loss);
  const surviving = firstFrom(nodeCount, question, attempt, stands);
  if (isCut && (surviving === null || failed.length > 0)) return null;
  const isUnknown = effort.isSpent && (surviving === null || failed.length > 0);
  const isLimited = surviving === null && reachOf(nodeCount) > question.mostNodeCount;
  raise("failure", surviving ?? nodeCount);
  let missed: "floor" | "asked" | null = null;
  for (const { reason, nodeCount: atLeast } of leastOf(question)) {
    if (atLeast <= nodeCount) continue;
    const floored = firstFrom(atLeast, question, attempt, surviving === null ? attempt.holds : stands);
    if (isCut && floored === null) return null;
    if (floored === null) missed ??= reason === "asked" ? "asked" : "floor";
    raise(reason, floored ?? atLeast);
  }
  return {
    nodeCount,
    steps,
    lowerBoundNodeCount: needed.bounds.lowerNodeCount,
    division: needed.bounds.division,
    neededNodeCount: needed.nodeCount,
    neededFor,
    unplaced: [...unplaced, ...failed],
    survivesLoss: surviving !== null,
    hasOneMore: surviving !== null && surviving > filled && isOneMore(attempt, loss),
    limited: isUnknown ? "effort" : isLimited ? "loss" : missed,
    isCutShort: effort.isSpent,
    triedOrderCount: attempt.triedOrderCountAt(nodeCount),
    room: roomOf(attempt, nodeCount - spareNeeded(question.prepared.ground, nodeCount, loss)),
  };
}

/** What asks for nodes whatever pods there are, in the order in which they are added. */
function leastOf({ floorNodeCount, askedNodeCount, standingNodeCount }: PoolToSize): readonly NodeCountStep[] {
  return [
    { reason: "floor", nodeCount: floorNodeCount },
    { reason: "asked", nodeCount: askedNodeCount },
    { reason: "standing", nodeCount: standingNodeCount },
  ];
}

/** Up to which count a search from one on goes. */
function reachOf(from: number): number {
  return from * SEARCH_FACTOR + SEARCH_SPAN;
}

/** The first count from one on for which something holds, within a reach that keeps the time bounded, or a proven one. */
function firstFrom(
  from: number,
  { mostNodeCount }: Pick<PoolToCount, "mostNodeCount">,
  { effort, after }: Pick<Attempt, "effort" | "after">,
  holds: (count: number) => boolean,
): number | null {
  const most = () => (effort.isSpent ? mostNodeCount : Math.min(mostNodeCount, reachOf(from)));
  for (let count = from; count <= most(); count = after(count)) if (holds(count)) return count;
  return null;
}

/** A pool that no number of nodes within reach makes work: the rest of the plan gets the least that sums ask for. */
function unschedulable(question: PoolToSize, attempt: Attempt, unplaced: readonly Unplaced[]): PoolSizing {
  const { lowerNodeCount, boundBy } = attempt.bounds;
  const isUnknown = attempt.effort.isSpent;
  const asked = Math.max(1, Number.isFinite(lowerNodeCount) ? lowerNodeCount : 0);
  const steps: NodeCountStep[] = [{ reason: "requests", nodeCount: asked }];
  let nodeCount = asked;
  for (const { reason, nodeCount: least } of leastOf(question)) {
    steps.push({ reason, nodeCount: Math.max(0, least - nodeCount) });
    nodeCount = Math.max(nodeCount, least);
  }
  const blamed = isUnknown
    ? []
    : lowerNodeCount > question.mostNodeCount
      ? largest(attempt)
      : leftOver(attempt, Math.min(nodeCount + SEARCH_SPAN, question.mostNodeCount));
  return {
    nodeCount,
    steps: steps.filter((step) => step.nodeCount > 0),
    lowerBoundNodeCount: asked,
    division: null,
    neededNodeCount: asked,
    neededFor: boundBy,
    unplaced: [...unplaced, ...blamed],
    survivesLoss: false,
    hasOneMore: false,
    limited: isUnknown ? "effort" : null,
    isCutShort: isUnknown,
    triedOrderCount: 0,
    room: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 },
  };
}

function roomOf({ prepared, groups, bounds }: Attempt, nodeCount: number): Room {
  const { free }: CountBounds = bounds;
  const node = prepared.ground.nodeAt(0);
  const here = groups.filter((group) => group.kind !== "DaemonSet" && isAdmitted(group, node));
  const counted = [...prepared.installed.pods, ...here];
  const left = (each: number, ask: (group: PodGroup) => number) =>
    Math.max(0, each * Math.max(0, nodeCount) - counted.reduce((sum, group) => sum + ask(group) * group.replicas, 0));
  return {
    cpuMillicores: left(free.cpuMillicores, ({ requests }) => requests.cpuMillicores ?? 0),
    memoryBytes: left(free.memoryBytes, ({ requests }) => requests.memoryBytes ?? 0),
    podCount: left(free.podCount, () => 1),
    ...(free.extended === undefined
      ? {}
      : {
          extended: Object.fromEntries(
            Object.entries(free.extended).map(([name, each]) => [
              name,
              left(each, ({ requests }) => requests.extended?.[name] ?? 0),
            ]),
          ),
        }),
  };
}
