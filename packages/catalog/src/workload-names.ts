import { WorkloadName } from "@nkp-planner/core";
import workloadNamesFile from "../data/workload-names.json" with { type: "json" };

/** What workloads of the platform are called where they run, so that what runs can be laid beside what is known. */
export const workloadNames: readonly WorkloadName[] = workloadNamesFile.map((file) => WorkloadName.parse(file));
