import {
  type ClusterPlan,
  type Finding,
  findingsOfKind,
  type NodePool,
  type NodeTraits,
  nodeTraitsOf,
  type PlannedFleet,
  type PlatformRelease,
} from "@nkp-planner/core";

/** As much of a plan as adapters read: what is to be built, and nothing of what it costs. */
export interface PlanToEmit {
  readonly release: Pick<PlatformRelease, "id" | "version" | "kubernetesVersion">;
  /** The day of the plan. */
  readonly asOf: string;
  readonly clusters: readonly ClusterToEmit[];
  /** What of the plan does not run. */
  readonly shortfalls: readonly Finding[];
}

export interface ClusterToEmit extends Pick<ClusterPlan, "name" | "role" | "edition" | "managedBy"> {
  readonly tenants: readonly { readonly id: string; readonly name: string }[];
  readonly pools: readonly PoolToEmit[];
  readonly network: Pick<ClusterPlan["network"], "addressCount" | "subnetPrefixBitCount" | "podNetworkNodeCount">;
  /** Every pod that is to run there, platform first. */
  readonly podGroups: ClusterPlan["podGroups"];
}

export interface PoolToEmit
  extends Pick<NodePool, "name" | "role" | "shape" | "nodeCount" | "surgeNodeCount" | "allocatablePerNode">,
    NodeTraits {}

/** The view of a plan that every adapter gets. */
export function planToEmit({ clusters, context, input, findings }: PlannedFleet): PlanToEmit {
  const { id, version, kubernetesVersion } = context.catalog.release;
  return {
    release: { id, version, kubernetesVersion },
    asOf: input.asOf,
    shortfalls: findingsOfKind({ findings }, "infeasible"),
    clusters: clusters.map((cluster) => {
      const { name, role, edition, managedBy, tenantIds, pools, podGroups } = cluster;
      const { addressCount, subnetPrefixBitCount, podNetworkNodeCount } = cluster.network;
      return {
        ...{ name, role, edition, managedBy, podGroups },
        tenants: input.tenants
          .filter((tenant) => tenantIds.includes(tenant.id))
          .map((one) => ({ id: one.id, name: one.name })),
        network: { addressCount, subnetPrefixBitCount, podNetworkNodeCount },
        pools: pools.map((pool) => ({
          name: pool.name,
          role: pool.role,
          shape: pool.shape,
          nodeCount: pool.nodeCount,
          surgeNodeCount: pool.surgeNodeCount,
          allocatablePerNode: pool.allocatablePerNode,
          ...nodeTraitsOf(pool, context),
        })),
      };
    }),
  };
}
