/** Where sizes come from, and what changed of them and of plans: what users of the library may call. Part of `index.ts`. */

export { MOST_ORIGIN_LETTERS, type SizeOrigin, sizeOriginText } from "./base/size-origin.ts";
export { type ExactSizes, subtractSizes } from "./demand/changes/exact-sizes.ts";
export {
  type FleetChanges,
  fleetChanges,
  type TenantInBoth,
  type TenantSizes,
} from "./demand/changes/fleet-changes.ts";
export type { WorkloadChange, WorkloadSize } from "./demand/changes/workload-changes.ts";
export type { ClusterChange, ClusterIdentity, PoolChange } from "./views/plan-changes/cluster-changes.ts";
export type {
  ClusterToCompare,
  FindingToCompare,
  LineToCompare,
  PlanToCompare,
  PoolSize,
  PoolToCompare,
  TenantMoney,
  TenantToCompare,
} from "./views/plan-changes/compared-plan.ts";
export type { CostMovement, CostThresholds } from "./views/plan-changes/cost-movement.ts";
export {
  type Diff,
  type DiffSide,
  type ModelDiff,
  type SideDifference,
  sideDifferences,
} from "./views/plan-changes/diff.ts";
export type { FigureChange } from "./views/plan-changes/figure-changes.ts";
export { type FindingChanges, isShortfall } from "./views/plan-changes/finding-changes.ts";
export { type ComparedModel, type PlanChanges, planChanges } from "./views/plan-changes/plan-changes.ts";
export type { RateChange } from "./views/plan-changes/rate-changes.ts";
export type { TenantChange, TenantFieldChange } from "./views/plan-changes/tenant-changes.ts";
export { type UpgradeChange, type UpgradeDay, upgradeChanges } from "./views/plan-changes/upgrade-changes.ts";
export type { ValueChange } from "./views/plan-changes/value-change.ts";
