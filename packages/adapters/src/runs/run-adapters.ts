import { kubernetesJob } from "./kubernetes-job.ts";
import type { RunAdapter } from "./run-adapter.ts";

/** What a run in parts can be written for. A new one is one file and one line here. */
export const runAdapters: readonly RunAdapter[] = [kubernetesJob];
