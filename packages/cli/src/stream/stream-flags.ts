import { availableParallelism } from "node:os";
import { type ModelId, modelIds, modelsFlag, planningFlags, wholeNumber } from "../flags.ts";
import { STREAM_FORMATS } from "./stream-format.ts";

const { limitSeconds: _, ...streamed } = planningFlags;

const MOST_WORKERS = 256;

/** As many threads as there are cores, where nobody says. */
export function workerCountOf(workers: number | undefined): number {
  return workers ?? availableParallelism();
}

const text = (input: string): string => input;

const workers = {
  kind: "parsed",
  parse: wholeNumber("threads", 1, MOST_WORKERS),
  optional: true,
  brief: "Threads that plan (default: one for each core)",
  placeholder: "N",
} as const;

const streamFormat = {
  kind: "enum",
  values: STREAM_FORMATS,
  optional: true,
  brief: "How the fleet is written (default: as its name ends, else ndjson)",
} as const;

/** Of commands that come to the end of a stream. */
export const sharesOut = {
  kind: "parsed",
  parse: text,
  optional: true,
  brief: "What each tenant costs and leaves with its share of what is shared, one a line (default: none)",
  placeholder: "FILE",
} as const;

/** What a command takes beside its own flags, for fleets that are read tenant by tenant. */
export const streamedFlags = {
  stream: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "Fleet of any size as NDJSON, CSV or YAML documents, - for standard input (default: FLEET)",
    placeholder: "FILE",
  },
  streamFormat: { ...streamFormat, brief: "How --stream is written (default: as its name ends, else ndjson)" },
  workers: { ...workers, brief: "Threads that plan, with --stream (default: one for each core)" },
  checkpoint: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "With --stream: keep how far it has come, and go on from there (default: none)",
    placeholder: "FILE",
  },
  tenantsOut: {
    kind: "parsed",
    parse: text,
    optional: true,
    brief: "With --stream: what each tenant pays and costs for itself, one a line (default: none)",
    placeholder: "FILE",
  },
  sharesOut,
} as const;

/** The planning flags of commands that read a fleet tenant by tenant. */
export const streamFlags = {
  ...streamed,
  model: modelsFlag("A model to compare"),
  baseline: {
    kind: "enum",
    values: modelIds,
    default: "ultimate-centralized" as ModelId,
    brief: "What the others are measured against",
  },
  streamFormat,
  workers,
} as const;
