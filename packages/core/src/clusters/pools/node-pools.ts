import type { NodeMinimum } from "../../input/catalog.ts";
import { MAIN_POOL } from "../../input/tenant-pools.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { type ClusterCache, remember } from "./cluster-cache.ts";
import { platformPods } from "./cluster-pods.ts";
import { controlPlaneExcess, controlPlanePool } from "./control-plane-pool.ts";
import { inPoolsWorthIt } from "./division.ts";
import type { ClusterToSize, PoolsOfCluster } from "./node-pool.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { PoolsInTurn } from "./pools-in-turn.ts";

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants. Pools that tenants ask for come first, each for itself: nothing else runs there. Where they ask for none, the
 * workers are divided into two pools if that is cheaper. The pool for everything never has fewer nodes than the
 * documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PricedContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, footprint: _, ...rest } = cluster;
  const { edition, role, poolRoles, services } = blueprint;
  const asked = JSON.stringify([edition, role, poolRoles, services, rest]);
  return remember(cache.pools, asked, () => counted(cluster, context, cache));
}

function counted(cluster: ClusterToSize, context: PricedContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, demand, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const role = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const isTooSmall = controlPlaneExcess(controlPlane, footprint, demand.groups, context) !== null;
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = isTooSmall ? [] : nodesOfPool(controlPlane, zoneCountOf(context));
  const kept = cache.poolsOfKind(cluster, otherNodes.length, () => platformPods(footprint, role));
  const ground = { minimum, kept, otherNodes, hasReserve: role === "workload" };
  const workersOf = (asked: ClusterToSize): PoolsOfCluster => {
    const turns = new PoolsInTurn(asked, ground, context);
    for (const wish of asked.wishes) if (wish.name !== MAIN_POOL) turns.planOwn(wish);
    const main = turns.planMain(
      role,
      asked.wishes.find(({ name }) => name === MAIN_POOL),
    );
    const podGroups = [...kept.installed, ...asked.demand.groups, ...turns.reserved];
    return { pools: [controlPlane, main, ...turns.own], demand: asked.demand, podGroups };
  };
  return role === "platform" ? workersOf(cluster) : inPoolsWorthIt(cluster, workersOf, ground, context);
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PricedContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}
