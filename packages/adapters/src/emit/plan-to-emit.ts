import {
  type ClusterPlan,
  choiceOf,
  type Finding,
  findingsOfKind,
  type NodePool,
  type NodeTraits,
  nodeTraitsOf,
  numberOf,
  type PlannedFleet,
  type PlatformCatalog,
  type PlatformRelease,
} from "@nkp-planner/core";
import {
  plannedRequests,
  type RequestsToEmit,
  type TenantDemandToEmit,
  tenantDemand,
} from "./making/planned-demand.ts";

/** As much of a plan as adapters read: what is to be built, and nothing of what it costs. */
export interface PlanToEmit {
  readonly release: ReleaseToEmit;
  /** The day of the plan. */
  readonly asOf: string;
  readonly clusters: readonly ClusterToEmit[];
  /** What of the plan does not run. */
  readonly shortfalls: readonly Finding[];
  readonly kubelet: KubeletToEmit;
  readonly hosts: HostsToEmit;
}

export interface ReleaseToEmit extends Pick<PlatformRelease, "id" | "version" | "kubernetesVersion"> {
  /** With its last number, `1.34.3`; null: not known. */
  readonly kubernetesPatch: string | null;
  /** The last day on which upstream looks after its minor version of Kubernetes; absent: not known. */
  readonly kubernetesEndOfLifeOn?: string;
}

/** What the kubelet keeps of every node, so that nodes offer what the plan counts with. */
export interface KubeletToEmit {
  /** Id of a profile of reservations by size; null: none. */
  readonly profile: string | null;
  readonly reservedCpuMillicores: number;
  readonly reservedMemoryMiB: number;
  readonly evictionMemoryMiB: number;
  readonly podsPerNode: number;
}

/** What the plan counts of every host before machines: for those who hold hosts that stand already against it. */
export interface HostsToEmit {
  readonly vcpuPerCore: number;
  readonly controllerVmCoreCount: number;
  readonly controllerVmMemoryGiB: number;
  /** Shares of the rest up to which hosts are filled. */
  readonly usableCpuRatio: number;
  readonly usableMemoryRatio: number;
  /** Hosts that may fail at once with every machine running. */
  readonly spareHostCount: number;
}

export interface ClusterToEmit
  extends Pick<ClusterPlan, "name" | "role" | "edition" | "managedBy" | "services" | "reportsTo"> {
  readonly tenants: readonly TenantToEmit[];
  readonly pools: readonly PoolToEmit[];
  readonly network: Pick<ClusterPlan["network"], "addressCount" | "subnetPrefixBitCount" | "podNetworkNodeCount">;
  /** Every pod that is to run there, platform first. */
  readonly podGroups: ClusterPlan["podGroups"];
  /** What all its pods ask for when it is as full as planned; absent: not known. */
  readonly requests?: RequestsToEmit;
  /** Applications of the platform that the plan counts there, as the catalog calls them. */
  readonly applications: readonly ApplicationToEmit[];
}

export interface TenantToEmit {
  readonly id: string;
  readonly name: string;
  /** Absent: not known. */
  readonly demand?: TenantDemandToEmit;
}

export interface ApplicationToEmit {
  readonly name: string;
  /** Whether the licence of the cluster's edition allows it. */
  readonly isLicensed: boolean;
}

export interface PoolToEmit
  extends Pick<NodePool, "name" | "role" | "shape" | "nodeCount" | "surgeNodeCount" | "allocatablePerNode">,
    NodeTraits {}

/** What a plan counts that the kubelet of every node keeps. */
export function kubeletOf({ choices }: Pick<PlannedFleet["context"], "choices">): KubeletToEmit {
  const profile = choiceOf(choices, "kubelet-reservations").chosen;
  return {
    profile: profile === "none" ? null : profile,
    reservedCpuMillicores: numberOf(choices, "reserved-cpu-millicores"),
    reservedMemoryMiB: numberOf(choices, "reserved-memory-mib"),
    evictionMemoryMiB: numberOf(choices, "eviction-memory-mib"),
    podsPerNode: numberOf(choices, "pods-per-node"),
  };
}

/** The view of a plan that every adapter gets. */
export function planToEmit({ clusters, context, input, findings }: PlannedFleet): PlanToEmit {
  return {
    release: releaseOf(context.catalog),
    kubelet: kubeletOf(context),
    hosts: hostsOf(context),
    asOf: input.asOf,
    shortfalls: findingsOfKind({ findings }, "infeasible"),
    clusters: clusters.map((cluster) => {
      const { name, role, edition, managedBy, services, reportsTo, tenantIds, pools, podGroups } = cluster;
      const { addressCount, subnetPrefixBitCount, podNetworkNodeCount } = cluster.network;
      return {
        ...{ name, role, edition, managedBy, podGroups },
        ...(services === undefined ? {} : { services }),
        ...(reportsTo === undefined ? {} : { reportsTo }),
        requests: plannedRequests(cluster),
        tenants: input.tenants
          .filter((tenant) => tenantIds.includes(tenant.id))
          .map((one) => ({ id: one.id, name: one.name, demand: tenantDemand(one, cluster) })),
        network: { addressCount, subnetPrefixBitCount, podNetworkNodeCount },
        applications: applicationsOf(cluster, context.catalog),
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

/** Of what the cluster's footprint is made of, what belongs to an application of the release. */
function applicationsOf(
  { footprint, edition }: Pick<ClusterPlan, "footprint" | "edition">,
  { release }: PlatformCatalog,
): readonly ApplicationToEmit[] {
  const names = new Set(footprint.map(({ application }) => application));
  return release.applications
    .filter(({ name }) => names.has(name))
    .map(({ name, licensedEditions }) => ({ name, isLicensed: licensedEditions.includes(edition) }));
}

function hostsOf({ choices, catalog }: PlannedFleet["context"]): HostsToEmit {
  const { chosen } = choiceOf(choices, "replication-factor");
  const copies = catalog.storageSchemes.find((one) => one.parameter === "replication-factor" && one.option === chosen);
  return {
    vcpuPerCore: numberOf(choices, "vcpu-per-core"),
    controllerVmCoreCount: numberOf(choices, "host-cvm-vcpu"),
    controllerVmMemoryGiB: numberOf(choices, "host-cvm-memory-gib") + (copies?.cvmMemoryAddGiB ?? 0),
    usableCpuRatio: numberOf(choices, "host-cpu-threshold"),
    usableMemoryRatio: numberOf(choices, "host-memory-threshold"),
    spareHostCount: numberOf(choices, "host-spare"),
  };
}

/** The exact version of Kubernetes stands beside the version of the platform; a pre-release has that of its release. */
function releaseOf({ release, versions, kubernetesSupport }: PlatformCatalog): ReleaseToEmit {
  const { id, version, kubernetesVersion } = release;
  const isExact = kubernetesVersion.split(".").length > 2;
  const minor = kubernetesVersion.split(".").slice(0, 2).join(".");
  const support = kubernetesSupport.find((one) => one.minor === minor);
  const known = versions.find((one) => one.version === version.split("-")[0]);
  return {
    id,
    version,
    kubernetesVersion,
    kubernetesPatch: isExact ? kubernetesVersion : (known?.kubernetesPatch ?? null),
    ...(support === undefined ? {} : { kubernetesEndOfLifeOn: support.endOfLifeOn }),
  };
}
