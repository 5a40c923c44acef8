import type { WorkloadName } from "@nkp-planner/core";
import workloadNamesFile from "../data/workload-names.json" with { type: "json" };
import { dataOf } from "./data-file.ts";

/** What workloads of the platform are called where they run, so that what runs can be laid beside what is known. */
export const workloadNames: readonly WorkloadName[] = dataOf(workloadNamesFile);
