import { refusalsOf, refusalText } from "@nkp-planner/core";
import { countOfPlanner, offer, podsLeftByPlanner, realCounts, startOf } from "./asked-planner.ts";
import type { Judge, Verdict } from "./judge.ts";
import type { Range, SchedulerCase, SchedulerFile } from "./scheduler-case.ts";

/** Judges answers of the real kube-scheduler: smallest node counts, pods scheduled, and every traced decision. */
export const judgeScheduler: Judge = (file) => {
  if (!isSchedulerFile(file)) return null;
  return file.cases.map((one) => (one.question === "fit" ? judgeFit(one) : judgeCount(one)));
};

function isSchedulerFile(file: unknown): file is SchedulerFile {
  const cases = (file as { cases?: unknown } | null)?.cases;
  return Array.isArray(cases) && cases.some((one) => one?.question === "smallest-count" || one?.question === "fit");
}

function judgeCount(one: SchedulerCase): Verdict {
  const { id, category } = one;
  if (one.nodeTemplate === undefined) return different(id, category, "a smallest-count case without nodeTemplate");
  const range = realCounts(one);
  const nodeCount = countOfPlanner(one);
  if (range === null || nodeCount === null) {
    return nodeCount === (range?.min ?? null)
      ? { id, category, outcome: "same" }
      : wrongCount(id, category, nodeCount, range);
  }
  if (nodeCount < range.min || nodeCount > range.max) return wrongCount(id, category, nodeCount, range);
  return { id, category, outcome: range.min === range.max ? "same" : "within-range" };
}

function wrongCount(id: number, category: string, ours: number | null, theirs: Range | null): Verdict {
  const real = theirs === null ? "none" : theirs.min === theirs.max ? theirs.min : `${theirs.min} to ${theirs.max}`;
  const by =
    ours === null || theirs === null ? "" : ` (by ${ours < theirs.min ? ours - theirs.min : ours - theirs.max})`;
  return different(id, category, `ours ${ours ?? "none"} nodes, theirs ${real}${by}`);
}

function different(id: number, category: string, detail: string): Verdict {
  return { id, category, outcome: "different", detail };
}

/** Replays the real choices and compares every decision, then schedules freely and compares what was placed. */
function judgeFit(one: SchedulerCase): Verdict {
  const { id, category, answers } = one;
  const problem = replayProblem(one) ?? freeProblem(one) ?? leftoverProblem(one);
  if (problem !== null) return different(id, category, problem);
  const isRange = Object.values(scheduledOf(one)).some(({ min, max }) => min !== max);
  return { id, category, outcome: isRange || answers.placementUnique === false ? "within-range" : "same" };
}

/** Every step of the trace: as many feasible nodes, and the same best ones; then the real choice is followed. */
function replayProblem(one: SchedulerCase): string | null {
  const { groups, nodes, scheduler } = startOf(one);
  const refusals = new Map<string, number>();
  for (const [step, [workload, chosen, feasible, , best]] of (one.answers.trace ?? []).entries()) {
    const own = scheduler.groups[workload];
    if (groups[workload]?.kind === "DaemonSet") {
      const fits = chosen === -1 || (own?.isAdmitted[chosen] === 1 && scheduler.state.hasRoom(chosen, own.size));
      if (!fits) return `step ${step}: ours has no room for a DaemonSet pod on node ${chosen}`;
    } else {
      scheduler.rank(workload);
      const ours = scheduler.bestNodes();
      if (scheduler.feasibleCount !== feasible)
        return `step ${step}: ours ${scheduler.feasibleCount} feasible nodes, theirs ${feasible}`;
      if (feasible > 0 && ours.join() !== best.join()) return `step ${step}: ours best [${ours}], theirs [${best}]`;
    }
    if (chosen !== -1) scheduler.bind(workload, chosen);
    else {
      const text = refusalText(refusalsOf(scheduler, workload), nodes.length);
      refusals.set(text, (refusals.get(text) ?? 0) + 1);
    }
  }
  return reasonProblem(one, refusals);
}

/** What keeps pods out, in the scheduler's own words; a DaemonSet's pod is bound to its node by name and says it otherwise. */
function reasonProblem({ answers, workloads }: SchedulerCase, ours: ReadonlyMap<string, number>): string | null {
  if (answers.reasons === undefined || workloads.some(({ kind }) => kind === "DaemonSet")) return null;
  const listed = (reasons: readonly (readonly [string, number])[]) =>
    reasons.map(([message, pods]) => `${pods} × ${message}`).sort();
  const theirs = listed(answers.reasons.map(({ message, pods }) => [message, pods]));
  const own = listed([...ours]);
  const missing = theirs.find((reason) => !own.includes(reason));
  return missing === undefined ? null : `refused: ours [${own.join(" | ")}], theirs [${missing}]`;
}

function scheduledOf({ answers }: SchedulerCase): Readonly<Record<string, Range>> {
  return { ...answers.scheduled, ...answers.over100Seeds?.scheduled };
}

/** Pods that are left where those that found no node are offered again. */
function leftoverProblem(one: SchedulerCase): string | null {
  const range = one.answers.withRepeatedPasses?.podsLeft;
  if (range === undefined) return null;
  const left = podsLeftByPlanner(one);
  if (left >= range.min && left <= range.max) return null;
  return `offered again: ours ${left} pods left, theirs ${range.min} to ${range.max}`;
}

function freeProblem(one: SchedulerCase): string | null {
  const { groups, nodes, scheduler } = startOf(one);
  const before = scheduler.groups.map(({ ownOnNode }) => [...ownOnNode]);
  offer(scheduler, groups, nodes, "once");
  for (const [index, { name }] of groups.entries()) {
    const added = [...(scheduler.groups[index]?.ownOnNode ?? [])].map(
      (count, node) => count - (before[index]?.[node] ?? 0),
    );
    const placed = added.reduce((sum, count) => sum + count, 0);
    const range = scheduledOf(one)[name];
    if (range !== undefined && (placed < range.min || placed > range.max))
      return `${name}: ours ${placed} pods scheduled, theirs ${range.min} to ${range.max}`;
    const perNode = one.answers.perNode?.[name];
    if (perNode === undefined) continue;
    const wrong = nodes.findIndex((node, at) => (perNode[node.name] ?? 0) !== added[at]);
    if (wrong !== -1)
      return `${name}: ours ${added[wrong]} pods on ${nodes[wrong]?.name}, theirs ${perNode[nodes[wrong]?.name ?? ""] ?? 0}`;
  }
  return null;
}
