import type { Progress, TaskKind, Tasks } from "../worker/tasks.ts";
import { Outdated, PlannerThread } from "./planner-thread.ts";
import type { Scenario } from "./scenario.ts";

/** The page's side of the planner: a thread for what somebody waits for, and one for what takes long. */

const front = new PlannerThread();
const back = new PlannerThread();

/** Made of dozens of whole plans: who asks for a file or a figure meanwhile need not wait for the next of them to end. */
const LONG: ReadonlySet<TaskKind> = new Set(["effects"]);

/** What tasks are about: the scenario that was planned last. */
let planned: Scenario | null = null;
let planning: Promise<unknown> = Promise.resolve();
/** The same of the thread behind, which plans it again by itself once something long is asked. */
let plannedBehind: Scenario | null = null;

/** @throws Refused, Outdated; Error where the planner could not be loaded or failed */
export async function ask<Kind extends TaskKind>(
  kind: Kind,
  task: Tasks[Kind]["ask"],
  progress: Progress = () => {},
): Promise<Tasks[Kind]["answer"]> {
  if (kind === "plan") {
    const scenario = task as Scenario;
    const answer = front.ask(kind, task, progress);
    planning = answer.then(
      () => {
        planned = scenario;
        // What it is at is about another one: ended at its next step.
        if (back.isBusy) planBehind(scenario);
      },
      () => {},
    );
    return answer;
  }
  if (!LONG.has(kind)) return front.ask(kind, task, progress);
  await planning;
  const about = planned;
  if (about === null) throw new Outdated();
  planBehind(about);
  const answer = await back.ask(kind, task, progress);
  if (planned !== about) throw new Outdated();
  return answer;
}

function planBehind(scenario: Scenario): void {
  if (plannedBehind === scenario) return;
  plannedBehind = scenario;
  // It could be planned in front: where it cannot here, the task that follows is told why.
  back.ask("plan", scenario).catch(() => {
    plannedBehind = null;
  });
}

/** Ends the plan under way: who waits is told that it is outdated, and the next task starts the planner again. */
export function stopPlanner(): void {
  front.end();
}
