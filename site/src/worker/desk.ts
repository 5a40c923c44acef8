import { FleetReader, PlanningCache } from "@nkp-planner/core";
import { planScenario } from "../planning/plan-scenario.ts";
import type { PlanningData } from "../planning/planning-data.ts";
import { resultView } from "../view/result-view.ts";
import { writerFor } from "../view/writer.ts";
import type { AboutPlan, Answer, Planned } from "./answer.ts";
import { answers } from "./answers/index.ts";
import type { Progress, TaskKind, Tasks } from "./tasks.ts";

/** Said to whoever asked about a scenario that another one has replaced since. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

/** So many plans share what was counted; then it is let go, or it would grow for as long as somebody types. */
const PLANS_A_CACHE = 200;

/** Where tasks are answered: in the planner's thread, while the site is built, in tests. */
export class Desk {
  private planned: Planned | null = null;
  /** The plan under way: tasks that come after it are about it. */
  private planning: Promise<unknown> = Promise.resolve();
  private cache = new PlanningCache();
  private readonly reader = new FleetReader();
  private plansSoFar = 0;
  /** Long answers take turns, a step each: a short one need not wait until a long one is there. */
  private line: Promise<void> = Promise.resolve();
  private readonly data: PlanningData;
  /** Lets other messages in between two steps of a long answer. */
  private readonly pause: () => Promise<void>;

  constructor(data: PlanningData, pause: () => Promise<void> = async () => {}) {
    this.data = data;
    this.pause = pause;
  }

  /** @throws ScenarioError, Superseded */
  async answer<Kind extends TaskKind>(
    kind: Kind,
    ask: Tasks[Kind]["ask"],
    progress: Progress = () => {},
  ): Promise<Tasks[Kind]["answer"]> {
    if (kind === "plan") {
      const planning = this.plan(ask as Tasks["plan"]["ask"]);
      this.planning = planning.catch(() => {});
      return planning;
    }
    if (kind === "read") {
      const { readFiles } = await import("./read-files.ts");
      return readFiles(this.data, ask as Tasks["read"]["ask"], progress);
    }
    await this.planning;
    const about = this.planned;
    if (about === null) throw new Superseded();
    let leave: (() => void) | undefined;
    const step = async (done: number, of: number) => {
      leave?.();
      const before = this.line;
      this.line = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      progress(done, of);
      await this.pause();
      if (this.planned !== about) throw new Superseded();
    };
    const load = answers[kind as AboutPlan] as () => Promise<Answer<AboutPlan>>;
    try {
      const answer = await load();
      return await answer(about, ask as never, step);
    } finally {
      leave?.();
    }
  }

  private async plan(scenario: Tasks["plan"]["ask"]): Promise<Tasks["plan"]["answer"]> {
    this.plansSoFar += 1;
    if (this.plansSoFar % PLANS_A_CACHE === 0) this.cache = new PlanningCache();
    const planned = await planScenario(scenario, this.data, this.cache, this.reader);
    const writer = this.planned?.writer.locale === scenario.locale ? this.planned.writer : writerFor(scenario.locale);
    this.planned = { ...planned, scenario, writer, data: this.data };
    return resultView(planned, writer);
  }
}
