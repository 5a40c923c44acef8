import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";

/** A cluster in its plan. */
export interface PlannedCluster {
  readonly plan: PlannedFleet;
  readonly cluster: ClusterPlan;
}
