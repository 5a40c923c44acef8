import { atom, computed } from "nanostores";
import type { SubjectProblem } from "../planning/plan-scenario.ts";
import type { ReleaseEntry } from "../planning/planning-data.ts";
import type { MarginsView } from "../view/margin-view.ts";
import type { ResultView } from "../view/result-view.ts";
import type { Progress, TaskKind, Tasks } from "../worker/tasks.ts";
import { changed, type History, historyOf, redone, settled, undone } from "./history.ts";
import { ask, stopPlanner } from "./planner-client.ts";
import { Outdated, Refused } from "./planner-thread.ts";
import type { Scenario } from "./scenario.ts";

/** What the page begins with, rendered when the site was built. */
export interface Beginning {
  readonly scenario: Scenario;
  readonly view: ResultView;
  /** Of the model that costs least. */
  readonly margins: MarginsView;
  readonly dataRelease: string;
  readonly releases: readonly ReleaseEntry[];
}

/** What is shown: the last scenario that could be planned, and what is wrong with a newer one. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly view: ResultView;
  readonly problems: readonly SubjectProblem[];
  /** The planner itself failed or could not be loaded: not the visitor's doing. */
  readonly failure: string | null;
}

const $history = atom<History<Scenario> | null>(null);
export const $outcome = atom<Outcome | null>(null);
export const $canUndo = computed($history, (history) => (history?.past.length ?? 0) > 0);
export const $canRedo = computed($history, (history) => (history?.future.length ?? 0) > 0);
export const $scenario = computed($history, (history) => history?.present ?? null);

let example: Beginning | null = null;
let begun: Scenario | null = null;

/** Called once, with what the page was rendered from. */
export function begin(beginning: Beginning): void {
  if (example !== null) return;
  example = beginning;
  $history.set(historyOf(beginning.scenario));
  $outcome.set({ scenario: beginning.scenario, view: beginning.view, problems: [], failure: null });
}

/** The same with numbers as a visitor's browser writes them: no step that could be undone. Planned when the planner is warm. */
export function beginIn(locale: string): void {
  begun = { ...beginning().scenario, locale };
  $history.set(historyOf(begun));
}

/** The example as this visitor met it: who shows the same has changed nothing. */
export function asBegun(): Scenario {
  return begun ?? beginning().scenario;
}

/** @throws before `begin`: a mistake in the program */
export function beginning(): Beginning {
  if (example === null) throw new Error("The calculator has not begun.");
  return example;
}

/** @param key changes of the same key in a row are one step of undo */
export function edit(change: (scenario: Scenario) => Scenario, key: string | null = null): void {
  update((history) => changed(history, change(history.present), key));
}

export function settle(): void {
  update(settled);
}

export function undo(): void {
  update(undone);
}

export function redo(): void {
  update(redone);
}

/** Another scenario in place of this one; undo brings this one back. */
export function replace(scenario: Scenario): void {
  edit(() => scenario);
}

function update(change: (history: History<Scenario>) => History<Scenario>): void {
  const history = $history.get();
  if (history === null) return;
  const next = change(history);
  if (next === history) return;
  $history.set(next);
  if (next.present !== history.present) plan(next.present);
}

let wanted: Scenario | null = null;
let isPlanning = false;
let overtaken: ReturnType<typeof setTimeout> | undefined;

/** A plan that takes longer is ended when nobody wants it any more: until then to end it costs more than to let it end. */
const PATIENCE_MS = 1000;

/** Whether the visitor has stopped planning, so that the figures stay those of before. */
export const $isStopped = atom(false);

/**
 * Plans the newest scenario; those typed over meanwhile are skipped, so no result comes out of order. A long plan of an
 * older one is ended, so that undo need not wait for what it undoes.
 */
function plan(scenario: Scenario): void {
  wanted = scenario;
  $isStopped.set(false);
  if (!isPlanning) void planWanted();
  else overtaken ??= setTimeout(stopPlanner, PATIENCE_MS);
}

/** Ends the plan under way; nothing is planned until something is changed, or `planAgain`. */
export function stopPlanning(): void {
  if (!isPlanning) return;
  wanted = null;
  $isStopped.set(true);
  stopPlanner();
}

export function planAgain(): void {
  const scenario = $scenario.get();
  if (scenario !== null) plan(scenario);
}

async function planWanted(): Promise<void> {
  isPlanning = true;
  isWarm = true;
  while (wanted !== null) {
    const scenario = wanted;
    wanted = null;
    const shown = $outcome.get();
    if (shown === null) break;
    try {
      $outcome.set({ scenario, view: await ask("plan", scenario), problems: [], failure: null });
    } catch (error) {
      if (error instanceof Refused) $outcome.set({ ...shown, problems: error.problems, failure: null });
      else if (!(error instanceof Outdated)) $outcome.set({ ...shown, failure: (error as Error).message });
    }
    clearTimeout(overtaken);
    overtaken = undefined;
  }
  isPlanning = false;
}

let isWarm = false;

/** The planner is started and has planned what is shown. Idempotent. */
export function warm(): void {
  const scenario = $scenario.get();
  if (isWarm || scenario === null) return;
  isWarm = true;
  plan(scenario);
}

/** A task about what is shown. @throws as `ask` */
export async function askAbout<Kind extends Exclude<TaskKind, "plan">>(
  kind: Kind,
  task: Tasks[Kind]["ask"],
  progress?: Progress,
): Promise<Tasks[Kind]["answer"]> {
  warm();
  return ask(kind, task, progress);
}

/**
 * Why the figures on the page stay those of before until somebody does something about it, as the end of a sentence; null:
 * they are those of what is typed, or about to be.
 */
export const $staleBecause = computed([$outcome, $isStopped], (outcome, isStopped) => {
  if (outcome === null) return null;
  if (isStopped) return "planning was stopped";
  const { problems, failure } = outcome;
  if (failure !== null) return "the planner could not answer";
  if (problems.length === 0) return null;
  return problems.length === 1 ? "one entry cannot be read" : `${problems.length} entries cannot be read`;
});

/** Whether the figures on the page are those of what is typed in it. */
export const $isCurrent = computed([$scenario, $outcome], (scenario, outcome) => outcome?.scenario === scenario);
