/**
 * The scheduler alone: places pods on nodes as kube-scheduler's default profile does, and counts how many nodes a pool
 * needs. Names and shapes here may still change in a minor version.
 *
 * @experimental
 */

export type { ExtendedResources } from "./base/extended-resources.ts";
export type {
  NodeAffinity,
  NodeExpression,
  NodePolicy,
  NodeTerm,
  PodSelector,
  PodTerm,
  PodTerms,
  Topology,
  TopologySpread,
  WeightedNodeTerm,
  WeightedPodTerm,
} from "./input/affinity.ts";
export {
  type PodGroup,
  type PodKind,
  type PodRequests,
  podGroup,
  type Taint,
  type TaintEffect,
  type Toleration,
} from "./input/pod-group.ts";
export { apartOver } from "./input/pod-terms.ts";
export { type Arrival, arrivalOf } from "./scheduling/arrival.ts";
export type { Bound } from "./scheduling/bound.ts";
export type { CountBounds } from "./scheduling/bounds.ts";
export { type Allocatable, HOSTNAME_LABEL, labelOf, type Node, ZONE_LABEL } from "./scheduling/node.ts";
export { type Placement, placeAll } from "./scheduling/placement.ts";
export { type PoolGround, PreparedPool } from "./scheduling/prepared-pool.ts";
export { type Filter, type Refused, refusalsOf, refusalText } from "./scheduling/refusals.ts";
export { type SchedulerTraits, traitsOf } from "./scheduling/resource-score.ts";
export { Scheduler, type TieBreak, takeFirst } from "./scheduling/scheduler.ts";
export {
  type Attempt,
  attemptOf,
  type CountAnswer,
  type PoolToCount,
  smallestCount,
} from "./scheduling/smallest-count.ts";
export { type Loss, survives } from "./scheduling/survival.ts";
