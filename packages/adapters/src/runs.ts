export type { InputOfRun, RunAdapter, RunToEmit } from "./runs/run-adapter.ts";
export { runAdapters } from "./runs/run-adapters.ts";
export { exampleRunOptionsText, runOptionsSchema } from "./runs/run-options.ts";
