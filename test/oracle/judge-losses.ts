import { plannerFacts } from "@nkp-planner/catalog";
import {
  attemptOf,
  chooseParameters,
  type Loss,
  numberOf,
  PreparedPool,
  smallestCount,
  standsLoss,
  traitsOf,
} from "@nkp-planner/core";
import type { Judge, Verdict } from "./judge.ts";
import { groupOf, nodeOf, type RawLossAnswers, type SchedulerCase } from "./scheduler-case.ts";

export interface LossFile {
  readonly cases: readonly (Omit<SchedulerCase, "question" | "answers"> & {
    readonly question: "loss";
    readonly answers: RawLossAnswers;
  })[];
}

export type LossCase = LossFile["cases"][number];

const ONE_NODE: Loss = { kind: "nodes", count: 1 };
/** How far above the count that places every pod the real scheduler was asked, where it found no surviving one. */
const TRIED_ABOVE = 10;
/** How far above the real count ours is looked for before it is called none. */
const SEARCHED_ABOVE = 50;
/** Orders that were not tried may need one more than the recorded ones: as right as the same. */
const AS_RIGHT = 1;

/** Judges how many nodes alike the real kube-scheduler needs so that the pods of any lost one find a node again. */
export const judgeLosses: Judge = (file) => (isLossFile(file) ? file.cases.map(judged) : null);

function isLossFile(file: unknown): file is LossFile {
  const cases = (file as { cases?: unknown } | null)?.cases;
  return Array.isArray(cases) && cases.some((one) => one?.question === "loss");
}

function judged(one: LossCase): Verdict {
  const { id, category, answers } = one;
  const real = realCount(answers);
  const least = leastRight(answers);
  const ours = survivingCountOfPlanner(one);
  const theirs = real ?? `none up to ${least - 1}`;
  if (ours === null || (real !== null && ours > real + AS_RIGHT))
    return { id, category, outcome: "different", detail: `ours ${ours ?? "none"} nodes, theirs ${theirs}` };
  if (ours < least)
    return {
      id,
      category,
      outcome: "different",
      isUnsafe: true,
      detail: `ours ${ours} nodes, theirs ${theirs}: fewer`,
    };
  return { id, category, outcome: ours === real ? "same" : "within-range" };
}

/** What holds for pods that come as listed, and for pods that come in a drawn order; null: neither count was found. */
export function realCount({ smallestCountSurvivingAll: { listed, shuffled } }: RawLossAnswers): number | null {
  return listed === null || shuffled === null ? null : Math.max(listed, shuffled);
}

/** The fewest nodes that may be right: the real count, and where none was found, one more than was tried. */
export function leastRight(answers: RawLossAnswers): number {
  return realCount(answers) ?? mostPlacing(answers) + TRIED_ABOVE + 1;
}

function mostPlacing({ smallestCountPlacing: { listed, shuffled } }: RawLossAnswers): number {
  return Math.max(listed ?? 0, shuffled ?? 0);
}

/** As a plan counts a pool, with the default number of orders. */
export function survivingCountOfPlanner(one: LossCase): number | null {
  const { nodeTemplate, zones = [], workloads, kubernetesVersion, answers } = one;
  if (nodeTemplate === undefined) return null;
  const most = leastRight(answers) + SEARCHED_ABOVE;
  const nodeAt = (index: number) =>
    nodeOf(nodeTemplate, `node-${index}`, zones.length === 0 ? undefined : zones[index % zones.length]);
  const question = {
    prepared: new PreparedPool({ installed: [], otherNodes: [], nodeAt, traits: traitsOf(kubernetesVersion) }),
    groups: workloads.map(groupOf),
    orderCount: numberOf(chooseParameters(plannerFacts.parameters, {}), "arrival-orders"),
    leastNodeCount: 1,
    mostNodeCount: most,
  };
  const attempt = attemptOf(question);
  const { nodeCount } = smallestCount(question, attempt);
  for (let count = nodeCount ?? most + 1; count <= most; count += 1) {
    if (standsLoss(attempt, count, ONE_NODE)) return count;
  }
  return null;
}
