/** What runs, beside what is known: what users of the library may call. Part of `index.ts`. */

export { WorkloadName } from "./input/workload-name.ts";
export type { Compared, MeasureState } from "./views/measured/compared.ts";
export type { ComponentMeasured } from "./views/measured/component-measured.ts";
export type { MatchWay } from "./views/measured/match-name.ts";
export { type MeasuredFootprint, measuredFootprint } from "./views/measured/measured-footprint.ts";
export { type Measurement, measurementOf } from "./views/measured/measurement.ts";
export type { NodesMeasured } from "./views/measured/nodes-measured.ts";
export type { NamespaceElsewhere, WorkloadNotInCatalog } from "./views/measured/other-workloads.ts";
export type { RunningCluster, RunningNode, RunningWorkload } from "./views/measured/running-cluster.ts";
