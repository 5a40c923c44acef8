import { parentPort, workerData } from "node:worker_threads";
import { type TrialQuestion, trialsOf } from "@nkp-planner/core";

/** A thread that runs trials: a question when it starts, then a part at a time. */
parentPort?.on("message", ({ fromIndex, toIndex }: { readonly fromIndex: number; readonly toIndex: number }) => {
  parentPort?.postMessage(trialsOf(workerData as TrialQuestion, fromIndex, toIndex));
});
