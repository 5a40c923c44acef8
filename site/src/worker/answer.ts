import type { PlannedScenario } from "../planning/plan-scenario.ts";
import type { PlanningData } from "../planning/planning-data.ts";
import type { Scenario } from "../state/scenario.ts";
import type { Writer } from "../view/writer.ts";
import type { TaskKind, Tasks } from "./tasks.ts";

/** What a task is answered from: the scenario planned last. */
export interface Planned extends PlannedScenario {
  readonly scenario: Scenario;
  readonly writer: Writer;
  readonly data: PlanningData;
}

/** What is asked about a plan: not to make one, nor what a file says. */
export type AboutPlan = Exclude<TaskKind, "plan" | "read">;

/** One answer: from a plan, in steps where it is long, so that a newer plan need not wait. */
export type Answer<Kind extends AboutPlan> = (
  planned: Planned,
  ask: Tasks[Kind]["ask"],
  /** To be awaited between two steps of a long answer. @throws Superseded where a newer scenario was planned */
  step: (done: number, of: number) => Promise<void>,
) => Tasks[Kind]["answer"] | Promise<Tasks[Kind]["answer"]>;
