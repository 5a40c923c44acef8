import { availableParallelism } from "node:os";
import { type ModelId, modelIds, modelsFlag, planningFlags, wholeNumber } from "../flags.ts";

const { limitSeconds: _, ...streamed } = planningFlags;

const MOST_WORKERS = 256;

/** As many threads as there are cores, where nobody says. */
export function workerCountOf(workers: number | undefined): number {
  return workers ?? availableParallelism();
}

/** The planning flags of commands that read a fleet line by line. */
export const streamFlags = {
  ...streamed,
  model: modelsFlag("A model to compare"),
  baseline: {
    kind: "enum",
    values: modelIds,
    default: "ultimate-centralized" as ModelId,
    brief: "What the others are measured against",
  },
  workers: {
    kind: "parsed",
    parse: wholeNumber("threads", 1, MOST_WORKERS),
    optional: true,
    brief: "Threads that plan (default: one for each core)",
    placeholder: "N",
  },
} as const;
