import type { SubjectProblem } from "../planning/plan-scenario.ts";
import type { Progress, Request, Response, TaskKind, Tasks } from "../worker/tasks.ts";

/** The page's side of the planner's thread. */

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

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** @throws Refused, Outdated; Error where the planner could not be loaded or failed */
export function ask<Kind extends TaskKind>(
  kind: Kind,
  task: Tasks[Kind]["ask"],
  progress: Progress = () => {},
): Promise<Tasks[Kind]["answer"]> {
  worker ??= started();
  lastId += 1;
  const request: Request<Kind> = { id: lastId, kind, ask: task };
  const answer = new Promise<Tasks[Kind]["answer"]>((resolve, reject) => {
    waiting.set(request.id, { resolve: resolve as Waiting["resolve"], reject, progress });
  });
  worker.postMessage(request);
  return answer;
}

/** Ends whatever the planner is at: who waits is told that it is outdated, and the next task starts it again. */
export function stopPlanner(): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Outdated());
  waiting.clear();
}

function started(): Worker {
  const thread = new Worker(new URL("../worker/planner.worker.ts", import.meta.url), { type: "module" });
  thread.addEventListener("message", ({ data }: MessageEvent<Response>) => receive(data));
  // A thread that could not be loaded, or ran out of memory: whoever waits is told, and the next task starts again.
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    thread.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(event.message || "The planner could not be loaded."));
    waiting.clear();
  });
  return thread;
}

function receive(response: Response): void {
  const asked = waiting.get(response.id);
  if (asked === undefined) return;
  if (response.kind === "progress") {
    asked.progress(response.done, response.of);
    return;
  }
  waiting.delete(response.id);
  if (response.kind === "answer") asked.resolve(response.answer as never);
  else if (response.kind === "refusal") asked.reject(new Refused(response.problems));
  else if (response.kind === "superseded") asked.reject(new Outdated());
  else asked.reject(new Error(response.message));
}
