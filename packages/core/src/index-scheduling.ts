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
export { apartOver } from "./input/pod-terms.ts";
export { type Arrival, arrivalOf } from "./scheduling/arrival.ts";
export type { Bound } from "./scheduling/bound.ts";
export { type CountBounds, isAdmitted } from "./scheduling/bounds.ts";
export { type MissedNode, PodsOnNodes, type RefusedPods } from "./scheduling/given-nodes.ts";
export { type Allocatable, HOSTNAME_LABEL, labelOf, type Node, ZONE_LABEL } from "./scheduling/node.ts";
export { type Placement, placeAll } from "./scheduling/placement.ts";
export { type PoolGround, PreparedPool } from "./scheduling/prepared-pool.ts";
export { type Filter, type Refused, refusalsOf, refusalText } from "./scheduling/refusals.ts";
export { reschedules } from "./scheduling/rescheduling.ts";
export { type SchedulerTraits, traitsOf } from "./scheduling/resource-score.ts";
export { Scheduler, type TieBreak, takeFirst } from "./scheduling/scheduler.ts";
export {
  type Attempt,
  attemptOf,
  type CountAnswer,
  type PoolToCount,
  smallestCount,
} from "./scheduling/smallest-count.ts";
export { type Loss, lossesOf, standsLoss, survives } from "./scheduling/survival.ts";
