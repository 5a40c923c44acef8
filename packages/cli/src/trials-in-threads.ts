import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { mergeTrials, PlanningStopped, type TrialQuestion, type TrialShard, trialsOf } from "@nkp-planner/core";

/** Beside the program as it is: TypeScript in the repository, JavaScript in the package. */
const WORKER = new URL(`./trial-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** So many trials go to a thread at once. */
const SHARD_TRIALS = 1000;

interface Part {
  readonly fromIndex: number;
  readonly toIndex: number;
}

/**
 * All trials of a question, over several threads where there are many of them. Which thread runs which trial changes no
 * byte of the answer; where no thread can be started, this one runs them all. Where `onTrials` throws PlanningStopped,
 * the first so many of them: what is asked of as many gives the same bytes.
 * @throws PlanningStopped where not even the first are done
 */
export async function trialsInThreads(
  question: TrialQuestion,
  onTrials: (doneCount: number, by: "thread" | "program") => void = () => {},
  threads: number = threadsFor(question.trialCount),
): Promise<TrialShard> {
  const parts = partsOf(question.trialCount);
  const waiting = [...parts];
  const shards: TrialShard[] = [];
  let stop: { readonly error: unknown } | null = null;
  const take = (shard: TrialShard, by: "thread" | "program") => {
    shards.push(shard);
    const doneCount = shards.reduce((sum, { fromIndex, toIndex }) => sum + toIndex - fromIndex, 0);
    try {
      onTrials(doneCount, by);
    } catch (error) {
      // Threads finish what they have begun, so that no trial is missing before one that is there.
      waiting.length = 0;
      stop ??= { error };
    }
  };
  const fromThread = (shard: TrialShard) => take(shard, "thread");
  const count = Math.min(threads, parts.length);
  if (count > 1) await Promise.all(Array.from({ length: count }, () => runThread(question, waiting, fromThread)));
  // What no thread has done: everything, where none could be started.
  const isDone = new Set(shards.map(({ fromIndex }) => fromIndex));
  for (const { fromIndex, toIndex } of parts) {
    if (stop === null && !isDone.has(fromIndex)) take(trialsOf(question, fromIndex, toIndex), "program");
  }
  return mergeTrials(stop === null ? shards : firstWhole(shards, stop));
}

/** As many shards as there are without a gap from the first trial on, as if no more had been asked for. */
function firstWhole(shards: readonly TrialShard[], { error }: { readonly error: unknown }): readonly TrialShard[] {
  let next = 0;
  const first = shards
    .toSorted((a, b) => a.fromIndex - b.fromIndex)
    .filter(({ fromIndex, toIndex }) => {
      const isNext = fromIndex === next;
      if (isNext) next = toIndex;
      return isNext;
    });
  if (!(error instanceof PlanningStopped) || next === 0) throw error;
  return first.map((shard) => ({ ...shard, trialCount: next }));
}

/** To start threads takes about as long as so many trials do: `pnpm bench --only trials`. */
const FEWEST_FOR_THREADS = 20_000;

function threadsFor(trialCount: number): number {
  return trialCount < FEWEST_FOR_THREADS ? 1 : availableParallelism();
}

function partsOf(trialCount: number): readonly Part[] {
  const count = Math.max(1, Math.ceil(trialCount / SHARD_TRIALS));
  return Array.from({ length: count }, (_, index) => ({
    fromIndex: index * SHARD_TRIALS,
    toIndex: Math.min(trialCount, (index + 1) * SHARD_TRIALS),
  }));
}

/** One thread, which takes parts as long as there are any. Resolves when it has ended, well or not. */
function runThread(question: TrialQuestion, waiting: Part[], take: (shard: TrialShard) => void): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, { workerData: question });
    const next = () => {
      const part = waiting.shift();
      if (part === undefined) worker.terminate().then(() => resolve(), resolve);
      else worker.postMessage(part);
    };
    worker.on("message", (shard: TrialShard) => {
      take(shard);
      next();
    });
    worker.on("error", () => resolve());
    worker.on("exit", () => resolve());
    next();
  });
}
