import type { Progress, TaskKind, Tasks } from "../worker/tasks.ts";
import { Outdated, PlannerThread } from "./planner-thread.ts";
import type { Scenario } from "./scenario.ts";

/** The page's side of the planner: a thread for what somebody waits for, and one for what takes long. */

const front = new PlannerThread();
const back = new PlannerThread();
/** For files that take long, begun for each and ended after it: its reader can stop it, whatever is planned meanwhile. */
const aside = new PlannerThread();

/** Made of dozens of whole plans: who asks for a file or a figure meanwhile need not wait for the next of them to end. */
const LONG: ReadonlySet<TaskKind> = new Set(["effects", "optionEffects"]);

/** What has nothing to do with the figures on the page: whoever waits for it still wants it where a newer plan has come. */
const OF_NO_PLAN: ReadonlySet<TaskKind> = new Set(["read", "formats", "library", "examples", "priceForm"]);

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
  if (kind === "read" && takesLong(task as Tasks["read"]["ask"])) {
    aside.end();
    return aside.ask(kind, task, progress).finally(() => {
      if (!aside.isBusy) aside.end();
    });
  }
  if (OF_NO_PLAN.has(kind)) return askAgain(kind, task, progress);
  if (!LONG.has(kind)) return front.ask(kind, task, progress);
  await planning;
  const about = planned;
  if (about === null) throw new Outdated();
  planBehind(about);
  const answer = await back.ask(kind, task, progress);
  if (planned !== about) throw new Outdated();
  return answer;
}

const LONG_BYTES = 4 * 2 ** 20;

/** Whether files are so large that reading them keeps a thread busy. */
export function takesLong({ files }: Pick<Tasks["read"]["ask"], "files">): boolean {
  return files.reduce((sum, { content }) => sum + content.size, 0) > LONG_BYTES;
}

/** Ends the reading of large files: who waits is told that it is outdated. */
export function stopReading(): void {
  aside.end();
}

/** Asks until it is answered: a plan that was ended for a newer one takes all that waits in its thread along. */
async function askAgain<Kind extends TaskKind>(
  kind: Kind,
  task: Tasks[Kind]["ask"],
  progress: Progress,
): Promise<Tasks[Kind]["answer"]> {
  for (;;) {
    const before = planning;
    try {
      return await front.ask(kind, task, progress);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      // Whoever ended the plan asks for the newer one first.
      await new Promise((resolve) => setTimeout(resolve));
      if (planning !== before) continue;
      // Stopped by the visitor: the thread begins again with what is shown.
      if (planned === null) throw error;
      void ask("plan", planned).catch(() => {});
    }
  }
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
