import type { PodGroup } from "../../input/pod-group.ts";
import { Effort } from "../../scheduling/effort.ts";
import { type Refused, type RefusedPod, refusalText } from "../../scheduling/refusals.ts";
import { type Attempt, attemptOf, smallestCount } from "../../scheduling/smallest-count.ts";
import { lossRefusal } from "../../scheduling/survival.ts";
import { withoutHopeless } from "./hopeless-pods.ts";
import type { NodeReason, PoolSizing } from "./pool-sizing.ts";
import type { PoolToSize } from "./pool-to-size.ts";

/** Why a pool is not one node smaller: a pod that then finds no node, and what each node refuses it by. */
export interface WhyNot {
  /** What the node is for that would be missing. */
  readonly reason: Extract<NodeReason, "arrival" | "failure">;
  /** Workers that there would be. */
  readonly workerCount: number;
  /** The pods of which one stays pending. */
  readonly podName: string;
  /** All nodes of the cluster that are left and are asked. */
  readonly nodeCount: number;
  readonly refusals: readonly Refused[];
  /** The same as the scheduler writes it on the pod. */
  readonly text: string;
  /** Nodes that count as places of a hard spread though the pods do not tolerate their taints, and stay at 0. */
  readonly taintedDomainCount: number;
  /** Workers that pods would need with this spread as a wish (ScheduleAnyway); null: no spread decides. */
  readonly ifSpreadWereSoftCount: number | null;
}

/** Why not one node fewer: for today's pods, and for the loss that is survived. One answer each, where one is found. */
export function whyNotFewer(asked: PoolToSize, sizing: PoolSizing): readonly WhyNot[] {
  if (sizing.isCutShort || sizing.unplaced.length > 0) return [];
  const { question } = withoutHopeless(asked);
  // Its own effort: told now and then as the count is, so that it can be ended as well.
  const effort = new Effort(asked.onTry);
  const today = attemptOf({ ...question, effort });
  const answers: WhyNot[] = [];
  const fewer = sizing.neededNodeCount - 1;
  const refused = fewer < 1 ? null : refusedAt(today, fewer);
  if (refused !== null) answers.push(answerOf("arrival", fewer, refused, today, question));
  const surviving = nodeCountWith(sizing, "failure");
  if (surviving === null) return answers;
  const all = attemptOf({
    ...question,
    effort,
    groups: [...question.groups, ...question.growth, ...question.headroom],
  });
  const lost = lossRefusal(all, surviving - 1, question.loss);
  if (lost !== null) answers.push(answerOf("failure", surviving - 1, lost, all, question));
  return answers;
}

/** The first pod that finds no node on so many workers, in the first order in which one does not. */
function refusedAt(attempt: Attempt, count: number): RefusedPod | null {
  const { prepared, groups, arrivals, ordersAt, effort } = attempt;
  const ready = prepared.of(count);
  for (const order of ordersAt(count)) {
    if (attempt.place(ready, order)) continue;
    if (effort.isSpent) return null;
    const refused = ready.refused(groups, arrivals, order);
    if (refused !== null) return refused;
  }
  return null;
}

/** How many workers there are up to a step; null where there is no such step. */
function nodeCountWith({ steps }: PoolSizing, reason: NodeReason): number | null {
  const at = steps.findIndex((step) => step.reason === reason);
  return at === -1 ? null : steps.slice(0, at + 1).reduce((sum, { nodeCount }) => sum + nodeCount, 0);
}

function answerOf(
  reason: WhyNot["reason"],
  workerCount: number,
  { group, nodeCount, refusals }: RefusedPod,
  attempt: Attempt,
  question: PoolToSize,
): WhyNot {
  const isSpread = refusals.some(({ filter }) => filter === "spread");
  return {
    reason,
    workerCount,
    podName: group.name,
    nodeCount,
    refusals,
    text: refusalText(refusals, nodeCount),
    taintedDomainCount: isSpread ? taintedDomainsOf(group, refusals) : 0,
    ifSpreadWereSoftCount: isSpread ? softCount(group, attempt, question) : null,
  };
}

/** Nodes refused by a taint are domains of a spread over nodes unless it honours taints. */
function taintedDomainsOf({ topologySpread }: PodGroup, refusals: readonly Refused[]): number {
  const counts = topologySpread.some(
    ({ isHard, over, nodeTaintsPolicy }) => isHard && over === "hostname" && nodeTaintsPolicy !== "Honor",
  );
  if (!counts) return 0;
  return refusals.reduce((sum, { filter, nodeCount }) => sum + (filter === "taint" ? nodeCount : 0), 0);
}

function softCount(group: PodGroup, { prepared, groups, effort }: Attempt, question: PoolToSize): number | null {
  const soft = { ...group, topologySpread: group.topologySpread.map((spread) => ({ ...spread, isHard: false })) };
  const softened = groups.map((one) => (one === group ? soft : one));
  return smallestCount({ ...question, prepared, groups: softened, effort, leastNodeCount: 1 }).nodeCount;
}
