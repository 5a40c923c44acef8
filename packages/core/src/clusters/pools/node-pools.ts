import type { NodeMinimum } from "../../input/catalog.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { ClusterCache } from "./cluster-cache.ts";
import { platformPods } from "./cluster-pods.ts";
import { controlPlaneExcess, controlPlanePool } from "./control-plane-pool.ts";
import type { ClusterToSize, NodePool } from "./node-pool.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { reserveOf, workerPool } from "./worker-pool.ts";

/** What is planned of a cluster: its pools and its pods. */
export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
}

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants, never fewer than the documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PricedContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, demand, growthRatio, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const workerRole = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const reserve = workerRole === "workload" ? reserveOf(demand, growthRatio, context) : { growth: [], headroom: [] };
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const isTooSmall = controlPlaneExcess(controlPlane, footprint, demand.groups, context) !== null;
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = isTooSmall ? [] : nodesOfPool(controlPlane, zoneCountOf(context));
  const kept = cache.poolsOfKind(cluster, otherNodes.length, () => platformPods(footprint, workerRole));
  const pods = { installed: kept.installed, groups: demand.groups, otherNodes, ...reserve };
  const workers = workerPool(cluster, workerRole, pods, minimum, kept, context);
  return {
    pools: [controlPlane, workers],
    podGroups: [...kept.installed, ...demand.groups, ...reserve.growth, ...reserve.headroom],
  };
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PricedContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}
