import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { runTrials, type TrialShard, type Trials } from "@nkp-planner/core";
import type { TrialFiles, WorkerTask } from "./what-if-worker.ts";

/** Below so many trials a thread costs more than it saves. */
const FEWEST_PER_THREAD = 500;
const TRIALS_PER_STEP = 100;

/** Every trial, on as many threads as are worth it; the number of threads changes no trial. */
export async function runOnThreads(
  trials: Trials,
  trialCount: number,
  task: TrialFiles | null,
  say: (doneCount: number) => void,
): Promise<readonly TrialShard[]> {
  const threadCount = task === null ? 1 : Math.min(availableParallelism(), Math.floor(trialCount / FEWEST_PER_THREAD));
  if (task === null || threadCount <= 1) return runHere(trials, trialCount, say);
  const ends = Array.from({ length: threadCount + 1 }, (_, index) => Math.floor((trialCount * index) / threadCount));
  let doneCount = 0;
  const counted = (more: number) => {
    doneCount += more;
    say(doneCount);
  };
  return Promise.all(
    ends.slice(1).map((to, index) => runInWorker({ ...task, from: ends[index] as number, to }, counted)),
  );
}

function runHere(trials: Trials, trialCount: number, say: (doneCount: number) => void): readonly TrialShard[] {
  const shards: TrialShard[] = [];
  for (let from = 0; from < trialCount; from += TRIALS_PER_STEP) {
    const to = Math.min(trialCount, from + TRIALS_PER_STEP);
    shards.push(runTrials(trials, from, to));
    say(to);
  }
  return shards;
}

/** The worker beside this file, as source or as built. */
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "./what-if-worker.ts" : "./what-if-worker.js",
  import.meta.url,
);

function runInWorker(task: WorkerTask, counted: (more: number) => void): Promise<TrialShard> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.on("message", (message: number | TrialShard) => {
      if (typeof message === "number") counted(message);
      else resolve(message);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`A thread ended early, with code ${code}.`)));
  });
}
