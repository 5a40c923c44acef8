import { parentPort, workerData } from "node:worker_threads";
import { runTrials, type TrialShard } from "@nkp-planner/core";
import { loadTrials, type TrialFlags } from "./what-if-inputs.ts";

/** The files and settings that a thread reads for itself: plans do not travel between threads. */
export interface TrialFiles {
  readonly fleetPath: string | undefined;
  readonly flags: TrialFlags;
}

/** Which trials a thread makes. */
export interface WorkerTask extends TrialFiles {
  readonly from: number;
  readonly to: number;
}

const TRIALS_PER_STEP = 100;

async function work({ fleetPath, flags, from, to }: WorkerTask): Promise<void> {
  const silent = { write: () => undefined };
  const shell = { stdin: process.stdin, stdout: silent, stderr: silent, env: {} };
  const { trials } = await loadTrials(shell, fleetPath, flags);
  const shards: TrialShard[] = [];
  for (let next = from; next < to; next += TRIALS_PER_STEP) {
    const end = Math.min(to, next + TRIALS_PER_STEP);
    shards.push(runTrials(trials, next, end));
    parentPort?.postMessage(end - next);
  }
  parentPort?.postMessage({ seed: flags.seed, from, trials: shards.flatMap((shard) => shard.trials) });
}

if (parentPort !== null) await work(workerData as WorkerTask);
