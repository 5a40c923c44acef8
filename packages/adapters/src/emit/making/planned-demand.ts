import {
  type ClusterPlan,
  demandOf,
  type ExtendedResources,
  type PodGroup,
  type Tenant,
  totalRequests,
} from "@nkp-planner/core";

/** What a tenant asks for in a cluster, on the day of the plan: DaemonSets on each node that they run on included. */
export interface TenantDemandToEmit {
  readonly podCount: number;
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  /** Whole numbers of extended resources such as `nvidia.com/gpu`; absent: none. */
  readonly extended?: ExtendedResources;
  /** Its largest pod, of CPU and of memory each for itself. */
  readonly largestPod: RequestsToEmit;
}

export interface RequestsToEmit {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
}

/** What one tenant of a cluster asks for there. */
export function tenantDemand(tenant: Tenant, { daemons }: Pick<ClusterPlan, "daemons">): TenantDemandToEmit {
  const { podCount, requests, groups } = demandOf(tenant);
  const own = daemons.filter(({ tenantId }) => tenantId === tenant.id).map(({ demand }) => demand);
  const withDaemons = (count: number, of: (demand: (typeof own)[number]) => number) =>
    own.reduce((sum, demand) => sum + of(demand), count);
  const extended = extendedOf(groups);
  return {
    podCount: withDaemons(podCount, (demand) => demand.podCount),
    cpuMillicores: withDaemons(requests.cpuMillicores, (demand) => demand.requests.cpuMillicores),
    memoryBytes: withDaemons(requests.memoryBytes, (demand) => demand.requests.memoryBytes),
    storageBytes: withDaemons(requests.storageBytes, (demand) => demand.requests.storageBytes),
    ...(Object.keys(extended).length === 0 ? {} : { extended }),
    largestPod: {
      cpuMillicores: largest(groups, ({ cpuMillicores }) => cpuMillicores),
      memoryBytes: largest(groups, ({ memoryBytes }) => memoryBytes),
    },
  };
}

/** What all pods of a cluster ask for once it is as full as it was planned: growth and headroom included. */
export function plannedRequests({
  footprint,
  nodes,
  daemons,
  podGroups,
}: Pick<ClusterPlan, "footprint" | "nodes" | "daemons" | "podGroups">): RequestsToEmit {
  const platform = totalRequests(footprint, nodes);
  const others = podGroups.filter(({ kind, namespace }) => kind !== "DaemonSet" && namespace !== PLATFORM_NAMESPACE);
  const sum = (platformAmount: number, key: "cpuMillicores" | "memoryBytes") =>
    platformAmount +
    daemons.reduce((total, { demand }) => total + demand.requests[key], 0) +
    others.reduce((total, { requests, replicas }) => total + (requests[key] ?? 0) * replicas, 0);
  return {
    cpuMillicores: sum(platform.cpuMillicores, "cpuMillicores"),
    memoryBytes: sum(platform.memoryBytes, "memoryBytes"),
  };
}

/** Of the groups that are the platform's own. */
const PLATFORM_NAMESPACE = "platform";

function extendedOf(groups: readonly PodGroup[]): ExtendedResources {
  const sums: Record<string, number> = {};
  for (const { kind, replicas, requests } of groups) {
    if (kind === "DaemonSet") continue;
    for (const [name, count] of Object.entries(requests.extended ?? {}))
      sums[name] = (sums[name] ?? 0) + count * replicas;
  }
  return sums;
}

function largest(groups: readonly PodGroup[], of: (requests: PodGroup["requests"]) => number | null): number {
  return groups.reduce((most, { requests }) => Math.max(most, of(requests) ?? 0), 0);
}
