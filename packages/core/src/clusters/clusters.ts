import { addDemand, type Demand, demandOf, NO_DEMAND } from "../demand/demand.ts";
import { type FootprintLine, type NodeCounts, totalRequests } from "../demand/footprint.ts";
import { growthRatioOver } from "../demand/growth.ts";
import type { Tenant } from "../input/fleet.ts";
import { numberOf } from "../input/parameters.ts";
import type { PodGroup } from "../input/pod-group.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import type { ClusterCache } from "./pools/cluster-cache.ts";
import { type ClusterNetwork, networkOf } from "./pools/network.ts";
import type { NodePool } from "./pools/node-pool.ts";
import { poolsOf } from "./pools/node-pools.ts";

/** A cluster with its nodes counted. */
export interface ClusterPlan extends ClusterBlueprint {
  /** Clusters it manages beside itself. */
  readonly managedClusterCount: number;
  readonly demand: Demand;
  readonly footprint: readonly FootprintLine[];
  readonly nodes: NodeCounts;
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
  readonly network: ClusterNetwork;
  /** Volume claims of platform and tenants, before any replication below. */
  readonly platformClaimsBytes: number;
  readonly tenantClaimsBytes: number;
  /** Minor versions it may lag behind the newest and stay supported. */
  readonly supportWindowMinors: number;
}

/** Counts the nodes of one cluster, which manages so many others. */
export function planCluster(
  blueprint: ClusterBlueprint,
  managedClusterCount: number,
  tenants: ReadonlyMap<string, Tenant>,
  context: PricedContext,
  cache: ClusterCache,
): ClusterPlan {
  const residents = blueprint.tenantIds.flatMap((id) => tenants.get(id) ?? []);
  const demand = residents.map(demandOf).reduce(addDemand, NO_DEMAND);
  const footprint = cache.footprintOf(blueprint, managedClusterCount, context);
  const horizonMonths = numberOf(context.choices, "planning-horizon-months");
  const growth = residents
    .map((tenant) => growthRatioOver(horizonMonths, tenant, context.choices))
    .reduce((a, b) => Math.max(a, b), 0);
  const { pools, podGroups } = poolsOf(
    { blueprint, managedClusterCount, demand, growthRatio: growth, footprint },
    context,
    cache,
  );
  const countOf = (isControlPlane: boolean) =>
    pools
      .filter(({ role }) => (role === "control-plane") === isControlPlane)
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const nodes = { controlPlane: countOf(true), workers: countOf(false) };
  const window = blueprint.role === "self-managed" ? "support-window-self-managed" : "support-window-attached";
  return {
    ...blueprint,
    managedClusterCount,
    demand,
    footprint,
    nodes,
    pools,
    podGroups,
    network: networkOf(
      {
        clusterName: blueprint.name,
        nodeCount: nodes.controlPlane + nodes.workers,
        // One pool after the other.
        surgeCount: pools.reduce((most, { surgeNodeCount }) => Math.max(most, surgeNodeCount), 0),
      },
      context.choices,
    ),
    platformClaimsBytes: totalRequests(footprint, nodes).storageBytes,
    tenantClaimsBytes: demand.requests.storageBytes,
    supportWindowMinors: numberOf(context.choices, window),
  };
}

/** Whether one tenant alone decides which release a cluster runs: nobody manages it, and nobody else lives in it. */
export function isReleasedAlone({ managedBy, tenantIds }: Pick<ClusterBlueprint, "managedBy" | "tenantIds">): boolean {
  return managedBy === null && tenantIds.length === 1;
}
