/** Where sizes come from, and what changed of them: what users of the library may call. Part of `index.ts`. */

export { MOST_ORIGIN_LETTERS, type SizeOrigin, sizeOriginText } from "./base/size-origin.ts";
export { type ExactSizes, subtractSizes } from "./demand/changes/exact-sizes.ts";
export {
  type FleetChanges,
  fleetChanges,
  type TenantInBoth,
  type TenantSizes,
} from "./demand/changes/fleet-changes.ts";
export type { WorkloadChange, WorkloadSize } from "./demand/changes/workload-changes.ts";
