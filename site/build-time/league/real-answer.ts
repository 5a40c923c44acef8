import { realCounts } from "../../../test/oracle/asked-planner.ts";
import { type LossCase, leastRight, realCount } from "../../../test/oracle/judge-losses.ts";
import type { SchedulerCase } from "../../../test/oracle/scheduler-case.ts";
import type { Way } from "./way.ts";

/** Right, or in which direction not: too little leaves pods waiting, too much is bought in vain. */
export type Outcome = "right" | "too-little" | "too-much";

/** An answer beside the recorded one, in words. */
export interface Compared {
  readonly outcome: Outcome;
  readonly answer: string;
  readonly real: string;
}

/** Right is any number that the real scheduler needed in one of its runs: ties are broken by chance. */
export function comparedCount(way: Way, one: SchedulerCase): Compared {
  const range = realCounts(one);
  const count = way.nodeCount(one);
  if (range === null) {
    const real = one.answers.searchedUpTo === undefined ? "none" : `none up to ${one.answers.searchedUpTo}`;
    return { outcome: count === null ? "right" : "too-little", answer: nodesText(count), real };
  }
  const { min, max } = range;
  return {
    outcome: outcomeOf(count, min, max),
    answer: nodesText(count),
    real: min === max ? nodesText(min) : `${min} to ${nodesText(max)}`,
  };
}

/** Right is what the real scheduler did: all pods placed, or some left; either, where that was a matter of chance. */
export function comparedFit(way: Way, one: SchedulerCase): Compared {
  const { canFit, canFail } = realFit(one);
  const fits = way.fits(one);
  return {
    outcome: (fits ? canFit : canFail) ? "right" : fits ? "too-little" : "too-much",
    answer: fits ? "all fit" : "not all fit",
    real: canFit && canFail ? "by chance" : canFit ? "all fit" : "not all fit",
  };
}

/** Right is the number from which on every lost node's pods found a node again; or any above those tried without. */
export function comparedLoss(way: Way, one: LossCase): Compared {
  const real = realCount(one.answers);
  const least = leastRight(one.answers);
  const count = way.survivingCount(one);
  return {
    outcome: outcomeOf(count, least, real ?? Number.POSITIVE_INFINITY),
    answer: nodesText(count),
    real: real === null ? `none up to ${least - 1}` : nodesText(real),
  };
}

function outcomeOf(count: number | null, least: number, most: number): Outcome {
  if (count === null || count > most) return count === null && most === Number.POSITIVE_INFINITY ? "right" : "too-much";
  return count < least ? "too-little" : "right";
}

function nodesText(count: number | null): string {
  return count === null ? "no number of nodes" : count === 1 ? "1 node" : `${count} nodes`;
}

/** Whether all pods were placed in some run, and whether some were left in another. */
function realFit({ answers, workloads }: SchedulerCase): { canFit: boolean; canFail: boolean } {
  const left = answers.withRepeatedPasses?.podsLeft;
  if (left !== undefined) return { canFit: left.min === 0, canFail: left.max > 0 };
  const scheduled = { ...answers.scheduled, ...answers.over100Seeds?.scheduled };
  const offered = (at: number) => (answers.trace ?? []).filter(([workload]) => workload === at).length;
  const all = workloads.map(({ name }, at) => ({ offered: offered(at), ...(scheduled[name] ?? { min: 0, max: 0 }) }));
  return { canFit: all.every((one) => one.max === one.offered), canFail: all.some((one) => one.min < one.offered) };
}
