import type { SubjectProblem } from "../planning/plan-scenario.ts";
import type { Progress, Request, Response, TaskKind, Tasks } from "../worker/tasks.ts";

/** A scenario that cannot be planned. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly problems: readonly SubjectProblem[];

  constructor(problems: readonly SubjectProblem[]) {
    super("refused");
    this.problems = problems;
  }
}

/** The answer would be about a scenario that is no longer the one on the page. */
export class Outdated extends Error {
  override readonly name = "Outdated";
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress;
}

/** A planner in a thread of its own, started by the first task. */
export class PlannerThread {
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** Whether somebody waits for an answer. */
  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  /** @throws Refused, Outdated; Error where the planner could not be loaded or failed */
  ask<Kind extends TaskKind>(
    kind: Kind,
    task: Tasks[Kind]["ask"],
    progress: Progress = () => {},
  ): Promise<Tasks[Kind]["answer"]> {
    this.#worker ??= this.#started();
    this.#lastId += 1;
    const request: Request<Kind> = { id: this.#lastId, kind, ask: task };
    const answer = new Promise<Tasks[Kind]["answer"]>((resolve, reject) => {
      this.#waiting.set(request.id, { resolve: resolve as Waiting["resolve"], reject, progress });
    });
    this.#worker.postMessage(request);
    return answer;
  }

  /** Ends whatever it is at: who waits is told that it is outdated, and the next task starts it again. */
  end(): void {
    this.#end(new Outdated());
  }

  #end(because: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(because);
    this.#waiting.clear();
  }

  #started(): Worker {
    const thread = new Worker(new URL("../worker/planner.worker.ts", import.meta.url), { type: "module" });
    thread.addEventListener("message", ({ data }: MessageEvent<Response>) => this.#receive(data));
    // A thread that could not be loaded, or ran out of memory: whoever waits is told, and the next task starts again.
    thread.addEventListener("error", (event) => {
      event.preventDefault();
      this.#end(new Error(event.message || "The planner could not be loaded."));
    });
    return thread;
  }

  #receive(response: Response): void {
    const asked = this.#waiting.get(response.id);
    if (asked === undefined) return;
    if (response.kind === "progress") {
      asked.progress(response.done, response.of);
      return;
    }
    this.#waiting.delete(response.id);
    if (response.kind === "answer") asked.resolve(response.answer as never);
    else if (response.kind === "refusal") asked.reject(new Refused(response.problems));
    else if (response.kind === "superseded") asked.reject(new Outdated());
    else asked.reject(new Error(response.message));
  }
}
