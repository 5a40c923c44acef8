import type { NodeMinimum } from "../catalog.ts";
import type { PlanningContext } from "../context.ts";
import { type FootprintLine, requestsPlaced } from "../footprint.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import { choiceOf, numberOf } from "../parameters.ts";
import type { PodGroup } from "../scheduling/pod-group.ts";
import type { Shortfall } from "../shortfalls.ts";
import { addResources, multiplyResources, NOTHING } from "../units.ts";
import { allocatableOf, capacityOf, reservedOf } from "./allocatable.ts";
import { platformPods } from "./cluster-pods.ts";
import type { ClusterCache } from "./kept-pools.ts";
import type { ClusterToSize, NodePool } from "./node-pool.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { controlPlaneShortfalls, idleDaemonShortfalls, workerShortfalls } from "./pool-shortfalls.ts";
import { reserveOf, workerPool } from "./worker-pool.ts";

/** What is planned of a cluster: its pools, its pods, and what they cannot give. */
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
export function poolsOf(cluster: ClusterToSize, context: PlanningContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, demand, growthRatio, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const workerRole = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const reserve = workerRole === "workload" ? reserveOf(demand, growthRatio, context) : { growth: [], headroom: [] };
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const controlNodes = nodesOfPool(controlPlane, zoneCountOf(context));
  const controlShortfalls = controlNodes
    .slice(0, 1)
    .flatMap((node) => controlPlaneShortfalls(blueprint, controlPlane, footprint, demand.groups, node));
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = controlShortfalls.length > 0 ? [] : controlNodes;
  const kept = cache.keptFor(cluster, otherNodes.length, () => platformPods(footprint, workerRole));
  const pods = { installed: kept.installed, groups: demand.groups, otherNodes, ...reserve };
  const workers = workerPool(cluster, workerRole, pods, minimum, kept, context);
  return {
    pools: [controlPlane, workers.pool],
    podGroups: [...kept.installed, ...demand.groups, ...reserve.growth, ...reserve.headroom],
    shortfalls: [
      ...controlShortfalls,
      ...workerShortfalls(blueprint, workers.pool, workers.sizing, context),
      ...idleDaemonShortfalls(blueprint, demand.groups, [
        ...controlNodes,
        ...nodesOfPool(workers.pool, zoneCountOf(context)),
      ]),
    ],
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
  const choice = choiceOf(choices, "control-plane-count");
  const nodeCount = numberOf(choices, "control-plane-count");
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
    surgeNodeCount: numberOf(choices, "surge-nodes"),
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
