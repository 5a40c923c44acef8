import {
  addDemand,
  amongOthers,
  type Demand,
  daemonDemandOf,
  daemonsOf,
  demandBeside,
  demandOf,
  NO_DEMAND,
} from "../demand/demand.ts";
import { type FootprintLine, type NodeCounts, totalRequests } from "../demand/footprint.ts";
import { growthRatioOver } from "../demand/growth.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import { numberOf } from "../input/parameters.ts";
import type { PodGroup } from "../input/pod-group.ts";
import { tolerating } from "../input/tenant-pools.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import type { ClusterCache } from "./pools/cluster-cache.ts";
import { type ClusterNetwork, networkOf } from "./pools/network.ts";
import type { NodePool, StandingPool } from "./pools/node-pool.ts";
import { poolsOf } from "./pools/node-pools.ts";
import { admittingNodeCount } from "./pools/nodes-alike.ts";
import { alikeInPool, zoneCountOf } from "./pools/pool-nodes.ts";

/** A cluster with its nodes counted. */
export interface ClusterPlan extends ClusterBlueprint {
  /** Clusters it manages beside itself. */
  readonly managedClusterCount: number;
  /** What its tenants ask for, DaemonSets on each node that they run on included. */
  readonly demand: Demand;
  /** What of it is for DaemonSets, by tenant; tenants without any are not among them. */
  readonly daemons: readonly DaemonsOfTenant[];
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

/** What the DaemonSets of one tenant ask of a cluster's nodes. */
export interface DaemonsOfTenant {
  readonly tenantId: TenantId;
  readonly demand: Demand;
}

/**
 * Counts the nodes of one cluster, which manages so many others.
 * @param standing its pools that stand already and are kept
 */
export function planCluster(
  blueprint: ClusterBlueprint,
  managedClusterCount: number,
  tenants: ReadonlyMap<string, Tenant>,
  context: PricedContext,
  cache: ClusterCache,
  standing: readonly StandingPool[] = [],
): ClusterPlan {
  const living = blueprint.tenantIds.flatMap((id) => tenants.get(id) ?? []);
  // One alone has no need of a name: what it asks for is counted once for all that ask for the same.
  const isShared = living.length > 1;
  const residents = isShared ? living.map(amongOthers) : living;
  const demand = living.map(isShared ? demandBeside : demandOf).reduce(addDemand, NO_DEMAND);
  const footprint = cache.footprintOf(blueprint, managedClusterCount, context);
  const horizonMonths = numberOf(context.choices, "planning-horizon-months");
  const growth = residents
    .map((tenant) => growthRatioOver(horizonMonths, tenant, context.choices))
    .reduce((a, b) => Math.max(a, b), 0);
  const {
    pools,
    podGroups,
    demand: placed,
  } = poolsOf(
    {
      blueprint,
      managedClusterCount,
      demand,
      growthRatio: growth,
      footprint,
      standing,
      wishes: residents.flatMap(({ pools: asked }) => asked),
    },
    context,
    cache,
  );
  const countOf = (isControlPlane: boolean) =>
    pools
      .filter(({ role }) => (role === "control-plane") === isControlPlane)
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const nodes = { controlPlane: countOf(true), workers: countOf(false) };
  const daemons = daemonsOn(pools, residents, context);
  const whole = daemons.reduce((sum, one) => addDemand(sum, one.demand), placed);
  const window = blueprint.role === "self-managed" ? "support-window-self-managed" : "support-window-attached";
  return {
    ...blueprint,
    managedClusterCount,
    demand: whole,
    daemons,
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
    tenantClaimsBytes: whole.requests.storageBytes,
    supportWindowMinors: numberOf(context.choices, window),
  };
}

/** One pod of each DaemonSet on every node that it may run on, whatever pool that is of. */
function daemonsOn(
  pools: readonly NodePool[],
  residents: readonly Tenant[],
  context: PricedContext,
): readonly DaemonsOfTenant[] {
  const running = residents.filter((tenant) => daemonsOf(tenant).length > 0);
  if (running.length === 0) return [];
  const nodes = pools.flatMap((pool) => alikeInPool(pool, zoneCountOf(context)));
  // Workers that the planner divides stay open to what runs on all of them.
  const open = pools.flatMap(({ dividedWorkloads, taints }) => (dividedWorkloads.length === 0 ? [] : taints));
  const nodeCountFor = (daemon: PodGroup) => admittingNodeCount(tolerating(daemon, open), nodes);
  return running.map((tenant) => ({ tenantId: tenant.id, demand: daemonDemandOf(tenant, nodeCountFor) }));
}

/** Whether one tenant alone decides which release a cluster runs: nobody manages it, and nobody else lives in it. */
export function isReleasedAlone({ managedBy, tenantIds }: Pick<ClusterBlueprint, "managedBy" | "tenantIds">): boolean {
  return managedBy === null && tenantIds.length === 1;
}

/** What each tenant's DaemonSets ask of all clusters that it lives in; tenants without any are not among them. */
export function daemonDemandsIn(clusters: readonly Pick<ClusterPlan, "daemons">[]): ReadonlyMap<TenantId, Demand> {
  const all = new Map<TenantId, Demand>();
  for (const { daemons } of clusters) {
    for (const { tenantId, demand } of daemons) all.set(tenantId, addDemand(all.get(tenantId) ?? NO_DEMAND, demand));
  }
  return all;
}

/** What one tenant's DaemonSets ask of all clusters that it lives in. */
export function daemonDemandIn(clusters: readonly Pick<ClusterPlan, "daemons">[], tenantId: TenantId): Demand {
  return clusters
    .flatMap(({ daemons }) => daemons.filter((one) => one.tenantId === tenantId))
    .reduce((sum, { demand }) => addDemand(sum, demand), NO_DEMAND);
}
