import { allocatableOf, capacityOf, reservedOf } from "./allocatable.ts";
import type { NodeMinimum, NodeShape } from "./catalog.ts";
import { platformPods } from "./cluster-pods.ts";
import type { PlanningContext } from "./context.ts";
import type { Demand } from "./demand.ts";
import { type FootprintLine, requestsPlaced } from "./footprint.ts";
import { keptFor } from "./kept-pools.ts";
import type { ClusterBlueprint, PoolRole } from "./models/operating-model.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { controlPlaneShortfalls, workerShortfalls } from "./pool-shortfalls.ts";
import type { NodeCountStep, Room } from "./pool-sizing.ts";
import type { ConfidenceOrUser, SourceId } from "./provenance.ts";
import type { Bound } from "./scheduling/bounds.ts";
import type { Allocatable } from "./scheduling/node.ts";
import type { PodGroup } from "./scheduling/pod-group.ts";
import type { Shortfall } from "./shortfalls.ts";
import { addResources, multiplyResources, NOTHING, type Resources } from "./units.ts";
import { reserveOf, workerPool } from "./worker-pool.ts";

/** Nodes of one shape and purpose. */
export interface NodePool {
  readonly role: PoolRole;
  readonly shape: NodeShape;
  readonly nodeCount: number;
  /** Why there are so many: the steps add up to nodeCount. */
  readonly steps: readonly NodeCountStep[];
  /** The least that any placement of today's pods needs; null where the count is a choice (control plane). */
  readonly lowerBoundNodeCount: number | null;
  /** At this many all of today's pods schedule; null where the count is a choice. */
  readonly neededNodeCount: number | null;
  /** What asks for the needed nodes. */
  readonly neededFor: Bound;
  /** Nodes that only the documented minimum asks for. */
  readonly floorAddedNodeCount: number;
  /** Nodes held back so that a loss is survived. */
  readonly failureAddedNodeCount: number;
  /** Further nodes that exist only while the pool is upgraded. */
  readonly surgeNodeCount: number;
  /** What asked for the last node. */
  readonly boundBy: Bound | "growth" | "headroom" | "failure" | "floor" | "choice";
  /** How much more the nodes hold before one more is needed; null where nothing is counted. */
  readonly room: Room | null;
  readonly allocatablePerNode: Allocatable;
  /** CPU and memory of all nodes together; storage is their disks. */
  readonly capacity: Resources;
  /** What firmware, kernel and kubelet keep from pods, on all nodes. */
  readonly reserved: Resources;
  readonly platformRequests: Resources;
  readonly tenantRequests: Resources;
  /** Where the shape and the count come from. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** A cluster before its nodes are counted. */
export interface ClusterToSize {
  readonly blueprint: ClusterBlueprint;
  readonly managedClusterCount: number;
  readonly demand: Demand;
  /** How much of the demand comes on top up to the planning horizon. */
  readonly growthRatio: number;
  readonly footprint: readonly FootprintLine[];
}

export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants, never fewer than the documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PlanningContext): PoolsOfCluster {
  const { blueprint, demand, growthRatio, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const workerRole = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const reserve = workerRole === "workload" ? reserveOf(demand, growthRatio, context) : { growth: [], headroom: [] };
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const controlShortfalls = controlPlaneShortfalls(blueprint, controlPlane, footprint);
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = controlShortfalls.length > 0 ? [] : nodesOfPool(controlPlane, zoneCountOf(context));
  const kept = keptFor(cluster, otherNodes.length, context, () => platformPods(footprint, workerRole));
  const pods = { installed: kept.installed, groups: demand.groups, otherNodes, ...reserve };
  const workers = workerPool(cluster, workerRole, pods, minimum, kept, context);
  return {
    pools: [controlPlane, workers.pool],
    podGroups: [...kept.installed, ...demand.groups, ...reserve.growth, ...reserve.headroom],
    shortfalls: [...controlShortfalls, ...workerShortfalls(blueprint, workers.pool, workers.sizing, context)],
  };
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PlanningContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}

function controlPlanePool(
  footprint: readonly FootprintLine[],
  minimum: NodeMinimum,
  context: PlanningContext,
): NodePool {
  const { choices } = context;
  const { vcpu, memoryGiB, diskGiB } = minimum.controlPlane;
  const shape = { vcpu, memoryGiB, diskGiB };
  const choice = choices.of("control-plane-count");
  const nodeCount = choices.numberOf("control-plane-count");
  const perNode = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  return {
    role: "control-plane",
    shape,
    nodeCount,
    steps: [{ reason: "choice", nodeCount }],
    lowerBoundNodeCount: null,
    neededNodeCount: null,
    neededFor: "nothing",
    floorAddedNodeCount: 0,
    failureAddedNodeCount: 0,
    surgeNodeCount: choices.numberOf("surge-nodes"),
    boundBy: "choice",
    room: null,
    allocatablePerNode: allocatableOf(shape, context),
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reservedOf(shape, context), nodeCount),
    platformRequests: multiplyResources(perNode, nodeCount),
    tenantRequests: NOTHING,
    confidence: choice.isDefault ? minimum.confidence : choice.confidence,
    sources: [...new Set([...minimum.sources, ...choice.sources])],
    note: minimum.note,
  };
}
