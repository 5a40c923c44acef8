import type { NodeMinimum } from "../../input/catalog.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import { MAIN_POOL } from "../../input/tenant-pools.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { ClusterCache } from "./cluster-cache.ts";
import { platformPods } from "./cluster-pods.ts";
import { controlPlaneExcess, controlPlanePool } from "./control-plane-pool.ts";
import type { ClusterToSize, NodePool } from "./node-pool.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { PoolsInTurn } from "./pools-in-turn.ts";

/** What is planned of a cluster: its pools and its pods. */
export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
}

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants. Pools that tenants ask for come first, each for itself: nothing else runs there. The pool for everything
 * never has fewer nodes than the documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PricedContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, demand, footprint, wishes } = cluster;
  const minimum = minimumOf(blueprint, context);
  const role = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const isTooSmall = controlPlaneExcess(controlPlane, footprint, demand.groups, context) !== null;
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = isTooSmall ? [] : nodesOfPool(controlPlane, zoneCountOf(context));
  const kept = cache.poolsOfKind(cluster, otherNodes.length, () => platformPods(footprint, role));
  const turns = new PoolsInTurn(cluster, { minimum, kept, otherNodes, hasReserve: role === "workload" }, context);
  for (const wish of wishes) if (wish.name !== MAIN_POOL) turns.planOwn(wish);
  const main = turns.planMain(
    role,
    wishes.find(({ name }) => name === MAIN_POOL),
  );
  return {
    pools: [controlPlane, main, ...turns.own],
    podGroups: [...kept.installed, ...demand.groups, ...turns.reserved],
  };
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PricedContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}
