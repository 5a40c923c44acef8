import type { PodGroup } from "../../input/pod-group.ts";
import { needsOneMore } from "../../input/rollout.ts";
import { Effort } from "../../scheduling/effort.ts";
import { takeFirst } from "../../scheduling/scheduler.ts";
import { type Attempt, attemptOf } from "../../scheduling/smallest-count.ts";
import { lossRefusal } from "../../scheduling/survival.ts";
import { withoutHopeless } from "./hopeless-pods.ts";
import { workloadKey } from "./pool-division.ts";
import type { PoolSizing } from "./pool-sizing.ts";
import type { PoolToSize } from "./pool-to-size.ts";

/** What cannot be replaced at the planned count while everything else runs. */
export interface NotReplaced {
  /** Deployments of which the one pod more that a rollout begins with finds no node. */
  readonly stuckRollouts: readonly string[];
  /** A pod that finds no node while its own is drained; null: none, or it is not asked. */
  readonly pendingInDrain: string | null;
}

const NOTHING: NotReplaced = { stuckRollouts: [], pendingInDrain: null };
/** A node after the other is drained. */
const ONE_NODE = { kind: "nodes", count: 1 } as const;

/**
 * Rollouts and drains that never end at a pool's planned count.
 *
 * What is known is not tried: where a loss is survived, each pod of a lost node finds room on another that is full as
 * planned, and so does one pod more of its size; a node that is drained finds an empty one beside it where one comes
 * first.
 * @param surgeNodeCount nodes that come before others go while the pool is upgraded
 */
export function notReplacedIn(asked: PoolToSize, sizing: PoolSizing, surgeNodeCount: number): NotReplaced {
  const { nodeCount, unplaced, survivesLoss, isCutShort } = sizing;
  if (unplaced.length > 0 || isCutShort) return NOTHING;
  const isLossSurvived = survivesLoss && (asked.loss.kind === "zone" || asked.loss.count > 0);
  const candidates = asked.groups.filter((group) => needsOneMore(group) && (!isLossSurvived || isKeptApart(group)));
  const isDrainTried = !isLossSurvived && surgeNodeCount === 0;
  if (candidates.length === 0 && !isDrainTried) return NOTHING;
  const { question } = withoutHopeless(asked);
  const attempt = attemptOf({ ...question, effort: new Effort(asked.onTry) });
  return {
    stuckRollouts: candidates.length === 0 ? [] : stuckAt(attempt, nodeCount, new Set(candidates)),
    pendingInDrain: isDrainTried ? (lossRefusal(attempt, nodeCount, ONE_NODE)?.group.name ?? null) : null,
  };
}

/** In any order that is tried. */
function stuckAt(attempt: Attempt, count: number, candidates: Set<PodGroup>): readonly string[] {
  const { prepared, groups } = attempt;
  const ready = prepared.of(count);
  const first = prepared.ground.installed.length;
  const stuck: PodGroup[] = [];
  for (const order of attempt.ordersAt(count)) {
    if (candidates.size === 0 || !attempt.place(ready, order)) break;
    for (const group of candidates) {
      const index = first + groups.indexOf(group);
      const node = ready.scheduler.place(index, takeFirst);
      if (node !== -1) ready.scheduler.unbind(index, node);
      else if (candidates.delete(group)) stuck.push(group);
    }
  }
  return groups.filter((group) => stuck.includes(group)).map(workloadKey);
}

/** What tells pods of one revision from those of another. */
const REVISION_LABEL = "pod-template-hash";

/** Whether pods of a new revision are kept from nodes that have room for them. */
function isKeptApart({ podAntiAffinity, topologySpread }: PodGroup): boolean {
  const conditions = [...(podAntiAffinity?.required ?? []), ...topologySpread.filter(({ isHard }) => isHard)];
  return conditions.some(({ matchLabelKeys }) => matchLabelKeys?.includes(REVISION_LABEL) !== true);
}
