import { pieceCount } from "../../base/extended-resources.ts";
import { isSameData } from "../../base/same-data.ts";
import { gibOf } from "../../base/units.ts";
import type { PlanInput, TenantId } from "../../input/fleet.ts";
import type { HostCluster, HostedRole } from "../../input/host-clusters.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { ClusterPlan } from "../clusters.ts";
import { hostProfileOf } from "../host-capacity/host-capacity.ts";
import {
  type HostClusterAsked,
  type Infrastructure,
  type InfrastructureContext,
  infrastructureOf,
} from "./infrastructure.ts";
import type { VmGroup } from "./vm-group.ts";

/** What says where clusters lie. */
export type PlacedFleet = Pick<PlanInput, "tenants" | "hosting">;

const ONE_FOR_ALL = { name: null, profile: null, mostHostCount: null, siteCount: 1 } as const;

/** The hosts and the Prism Central that planned clusters stand on: each cluster lies as a whole on one cluster of hosts. */
export function infrastructureUnder(
  clusters: readonly ClusterPlan[],
  fleet: PlacedFleet,
  context: PricedContext,
  isPacked = true,
  last: LastInfrastructure = {},
): Infrastructure {
  const homeOf = hostClustersOf(fleet);
  const homes = clusters.map(({ tenantIds }) => homeOf(tenantIds));
  const lyingOn = (name: string | null): LyingOnHosts => {
    const here = clusters.filter((_, index) => homes[index] === name);
    const claimsBytes = here.reduce((sum, cluster) => sum + cluster.platformClaimsBytes + cluster.tenantClaimsBytes, 0);
    return {
      clusterNames: here.map((cluster) => cluster.name),
      groups: here.flatMap(vmGroupsOf),
      claimsGiB: gibOf(claimsBytes),
    };
  };
  return infrastructureWith(lyingOn, fleet, context, isPacked, last);
}

/** What lies on a cluster of hosts. */
export type LyingOnHosts = Pick<HostClusterAsked, "clusterNames" | "groups" | "claimsGiB">;

/** The same for who knows what lies on each cluster of hosts. @param lyingOn by its name; null: the fleet names none */
export function infrastructureWith(
  lyingOn: (name: string | null) => LyingOnHosts,
  fleet: Pick<PlacedFleet, "hosting">,
  { catalog, choices }: PricedContext,
  isPacked: boolean,
  last: LastInfrastructure = {},
): Infrastructure {
  const all: readonly (HostCluster | typeof ONE_FOR_ALL)[] = fleet.hosting?.hostClusters ?? [ONE_FOR_ALL];
  const homeOfPrismCentral = hostClusterOfRole("prism-central", fleet);
  const asked = all.map(
    ({ name, profile, mostHostCount, siteCount }): HostClusterAsked => ({
      name,
      mostHostCount,
      siteCount,
      ...lyingOn(name),
      hasPrismCentral: name === homeOfPrismCentral,
      ...(profile === null
        ? { hostProfile: hostProfileOf(choices) }
        : { hostProfile: profile, hostEvidence: { confidence: "user", sources: [] } }),
    }),
  );
  const from = { asked, context: { catalog, choices, isPacked } };
  if (last.from === undefined || last.infrastructure === undefined || !isSameFrom(last.from, from)) {
    last.infrastructure = infrastructureOf(asked, from.context);
    last.from = from;
  }
  return last.infrastructure;
}

interface AskedFrom {
  readonly asked: readonly HostClusterAsked[];
  readonly context: InfrastructureContext;
}

/** The infrastructure that was counted last, and for what: a change that leaves all nodes as they were counts no hosts again. */
export interface LastInfrastructure {
  from?: AskedFrom;
  infrastructure?: Infrastructure;
}

function isSameFrom(a: AskedFrom, b: AskedFrom): boolean {
  const isSameContext =
    a.context.catalog === b.context.catalog &&
    a.context.choices === b.context.choices &&
    a.context.isPacked === b.context.isPacked;
  return isSameContext && isSameData(a.asked, b.asked);
}

/** Of clusters that somebody still has. */
const groupsOf = new WeakMap<ClusterPlan, readonly VmGroup[]>();

/** The node VMs of a cluster, a group a pool. */
export function vmGroupsOf(cluster: ClusterPlan): readonly VmGroup[] {
  const groups = groupsOf.get(cluster) ?? groupsIn(cluster);
  groupsOf.set(cluster, groups);
  return groups;
}

function groupsIn({ name, pools }: ClusterPlan): readonly VmGroup[] {
  return pools.map(
    ({ name: poolName, role, shape, nodeCount, surgeNodeCount }): VmGroup => ({
      clusterName: name,
      role,
      ...(poolName === role ? {} : { poolName }),
      vmCount: nodeCount,
      vcpu: shape.vcpu,
      memoryGiB: shape.memoryGiB,
      diskGiB: shape.diskGiB,
      ...(shape.extended === undefined ? {} : { gpuCount: pieceCount(shape) }),
      surgeCount: surgeNodeCount,
    }),
  );
}

/**
 * On which cluster of hosts a Kubernetes cluster of some tenants lies: where the first of them is placed by name, else by
 * its role; null where the fleet names no clusters of hosts.
 */
export function hostClustersOf(fleet: PlacedFleet): (tenantIds: readonly TenantId[]) => string | null {
  const byId = new Map(fleet.tenants.map(({ id, hostCluster }) => [id, hostCluster]));
  return (tenantIds) => {
    const [placed] = tenantIds.flatMap((id) => byId.get(id) ?? []);
    return placed ?? hostClusterOfRole(tenantIds.length === 0 ? "management" : "tenants", fleet);
  };
}

function hostClusterOfRole(role: HostedRole, { hosting }: Pick<PlacedFleet, "hosting">): string | null {
  return hosting?.placedRoles[role] ?? hosting?.hostClusters[0].name ?? null;
}
