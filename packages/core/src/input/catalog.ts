import * as z from "zod";
import { ExtendedNameField } from "../base/extended-resources.ts";
import { type Confidence, IsoDate, provenanceShape, type Source, type SourceId } from "../base/provenance.ts";
import { Edition, type EditionFacts } from "./edition-facts.ts";
import type { OperatingLayer } from "./operating-layer.ts";
import type { UpgradeFacts } from "./upgrade-facts.ts";
import type { KubernetesSupport, Version } from "./version-facts.ts";

/** What a cluster is for: it manages others, is managed or attached, or manages itself and carries workloads too. */
export const ClusterRole = z.enum(["management", "attached", "self-managed"]);
export type ClusterRole = z.infer<typeof ClusterRole>;

export const ReleaseId = z.string().regex(/^nkp-\d+\.\d+\.\d+(-[a-z0-9.]+)?$/);
export type ReleaseId = z.infer<typeof ReleaseId>;

const count = z.int().nonnegative();

/** Requests of one replica in the units of manifests; null is unknown and never counts as 0 in silence. */
export const ComponentRequests = z.strictObject({
  cpuMillicores: count.nullable(),
  memoryMiB: count.nullable(),
  /** Volume claims; null where no claim was found. */
  storageGiB: count.nullable(),
});
export type ComponentRequests = z.infer<typeof ComponentRequests>;

/**
 * How often a component runs: `replicas` times, or once per node, control plane node, node with a Ceph daemon,
 * or (on a management cluster) managed cluster.
 */
export const ComponentScale = z.enum([
  "fixed",
  "perNode",
  "perControlPlaneNode",
  "perStorageNode",
  "perManagedCluster",
]);
export type ComponentScale = z.infer<typeof ComponentScale>;

export const PlatformComponent = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(["Deployment", "StatefulSet", "DaemonSet", "StaticPod"]).nullable(),
  scale: ComponentScale,
  /** null where the number is given by the scale, or where the requests already sum several pods. */
  replicas: count.nullable(),
  requests: ComponentRequests,
  priorityClass: z.string().nullable(),
  /** Other sources' figures for the same component; a parameter's option with this id selects them. */
  alternatives: z
    .array(
      z.strictObject({ parameter: z.string(), option: z.string(), requests: ComponentRequests, ...provenanceShape }),
    )
    .optional(),
  ...provenanceShape,
});
export type PlatformComponent = z.infer<typeof PlatformComponent>;

export const PlatformApplication = z.strictObject({
  name: z.string().min(1),
  version: z.string().nullable(),
  type: z.string().nullable(),
  /** Where it may run: on the management cluster, on the others, on both, or within a project. */
  scope: z.enum(["management", "workload", "both", "project"]),
  licensedEditions: z.array(Edition),
  requires: z.array(z.string()),
  worksWith: z.array(z.string()),
  /** null: known from its metadata only, its requests were not read. */
  components: z.array(PlatformComponent).nullable(),
  /** The vendor's own table, beside what the manifests say. */
  documentedMinimum: z
    .strictObject({
      cpuMillicores: count.nullable(),
      memoryMiB: count.nullable(),
      storageGiB: count.nullable(),
      perNode: z.strictObject({ cpuMillicores: count, memoryMiB: count }).nullable(),
      ...provenanceShape,
    })
    .nullable(),
  ...provenanceShape,
});
export type PlatformApplication = z.infer<typeof PlatformApplication>;

/** The applications that a cluster of this edition and role gets without being asked. */
export const DefaultSet = z.strictObject({
  edition: Edition,
  role: ClusterRole,
  applications: z.array(z.string()),
  ...provenanceShape,
});
export type DefaultSet = z.infer<typeof DefaultSet>;

/** One NKP release: what it contains and asks for. */
export const PlatformRelease = z.strictObject({
  id: ReleaseId,
  version: z.string(),
  status: z.enum(["ga", "prerelease"]),
  kubernetesVersion: z.string(),
  releasedOn: IsoDate.nullable(),
  defaultSets: z.array(DefaultSet),
  applications: z.array(PlatformApplication),
  ...provenanceShape,
});
export type PlatformRelease = z.infer<typeof PlatformRelease>;

export const NodeShape = z.strictObject({
  vcpu: z.int().positive(),
  memoryGiB: z.int().positive(),
  diskGiB: z.int().positive(),
  /** Whole numbers of extended resources such as `nvidia.com/gpu`; absent: none. */
  extended: z.record(ExtendedNameField, z.int().positive()).exactOptional(),
});
export type NodeShape = z.infer<typeof NodeShape>;

const NodeGroup = z.strictObject({ count: z.int().positive(), ...NodeShape.shape });

/** The documented smallest cluster of a role and edition. */
export const NodeMinimum = z.strictObject({
  id: z.string(),
  editions: z.array(Edition).min(1),
  role: ClusterRole,
  controlPlane: NodeGroup,
  worker: NodeGroup,
  ...provenanceShape,
});
export type NodeMinimum = z.infer<typeof NodeMinimum>;

/** What every cluster runs below the applications: control plane, network, storage driver, agents. */
export const SystemComponents = z.strictObject({
  everyCluster: z.array(PlatformComponent),
  /** Only on clusters that run Cluster API for themselves or others. */
  onManagingClusters: z.array(PlatformComponent),
  /** Which release the figures were read for, and how sure that is. */
  readFor: z.strictObject({ release: ReleaseId, ...provenanceShape }),
});
export type SystemComponents = z.infer<typeof SystemComponents>;

const perUnit = z.number().nonnegative();

/** What a kubelet keeps of a node by a published rule, tier by tier; the last tier has no end. */
export const ReservationProfile = z.strictObject({
  id: z.string(),
  cpuTiers: z.array(z.strictObject({ upToCores: count.nullable(), tenthsOfMillicore: perUnit })),
  memoryTiers: z.array(z.strictObject({ upToMiB: count.nullable(), percent: perUnit })),
  /** Nodes below a size have a fixed reserve. */
  smallNode: z.strictObject({ belowMiB: count, reservedMiB: count }).nullable(),
  ...provenanceShape,
});
export type ReservationProfile = z.infer<typeof ReservationProfile>;

export const PriorityClass = z.strictObject({ name: z.string(), value: z.int(), ...provenanceShape });
export type PriorityClass = z.infer<typeof PriorityClass>;

/** What a tenant gets beside the cluster, at one level: applications of the release, and components of others. */
export const TenantServices = z.strictObject({
  level: z.enum(["agents", "agents-and-metrics", "full"]),
  /** On clusters of this role; `central`: on the provider's own cluster that the agents report to. */
  on: z.enum(["attached", "self-managed", "central"]),
  /** Of which editions those clusters are: what others run by default is not brought to them a second time. */
  editions: z.array(Edition).min(1),
  applications: z.array(z.string()),
  /** Those of the applications that back volumes up. */
  backups: z.array(z.string()),
  components: z.array(PlatformComponent),
  ...provenanceShape,
});
export type TenantServices = z.infer<typeof TenantServices>;

/** From the least to the most of something. */
const Span = z.strictObject({ least: z.number().positive(), most: z.number().positive() });

/** How large the workers of a management cluster are said to be, up to a number of clusters that it manages. */
export const PlaneSize = z.strictObject({
  upToClusters: z.int().positive(),
  workers: Span,
  workerVcpu: Span,
  workerMemoryGiB: Span,
  ...provenanceShape,
});
export type PlaneSize = z.infer<typeof PlaneSize>;

/** A size of Prism Central: one VM of it, and what it may look after. */
export const PrismCentralSize = z.strictObject({
  id: z.string().min(1),
  ...NodeShape.shape,
  /** Clusters of hosts, not of Kubernetes. */
  maximumPrismElementClusters: z.int().positive(),
  maximumHosts: z.int().positive(),
  maximumVms: z.int().positive(),
  /** Options of `prism-central-deployment` that it comes in. */
  deployments: z.array(z.string()).min(1),
  /** Options of `nkp-deployment` that it does not serve. */
  unsupportedFor: z.array(z.string()),
  ...provenanceShape,
});
export type PrismCentralSize = z.infer<typeof PrismCentralSize>;

/** How the storage of the hosts keeps data: the option of a parameter that selects it, and what it asks for. */
export const StorageScheme = z.strictObject({
  parameter: z.enum(["replication-factor", "erasure-coding"]),
  option: z.string(),
  /** Raw bytes a byte of data takes. */
  storageFactor: z.number().min(1),
  minimumHosts: z.int().positive(),
  /** Hosts that may fail at once without loss of data; null: not said. */
  failuresTolerated: count.nullable(),
  /** What every controller VM needs beside its own memory. */
  cvmMemoryAddGiB: count,
  ...provenanceShape,
});
export type StorageScheme = z.infer<typeof StorageScheme>;

/** Everything the planner asks about the platform for one release. */
export interface PlatformCatalog {
  readonly release: PlatformRelease;
  readonly system: SystemComponents;
  readonly nodeMinimums: readonly NodeMinimum[];
  /** The shapes to choose from, smallest first: those of the vendor's documents and command, and multiples. */
  readonly nodeShapes: readonly {
    readonly id: string;
    readonly shape: NodeShape;
    readonly confidence: Confidence;
    readonly sources: readonly SourceId[];
  }[];
  /** Smallest first. */
  readonly prismCentralSizes: readonly PrismCentralSize[];
  readonly storageSchemes: readonly StorageScheme[];
  readonly editions: readonly EditionFacts[];
  readonly reservationProfiles: readonly ReservationProfile[];
  readonly priorityClasses: readonly PriorityClass[];
  readonly tenantServices: readonly TenantServices[];
  /** Smallest first. */
  readonly planeSizes: readonly PlaneSize[];
  /** What a fleet is run with beside its clusters. */
  readonly operatingLayers: readonly OperatingLayer[];
  /** Every version known, oldest first. */
  readonly versions: readonly Version[];
  readonly kubernetesSupport: readonly KubernetesSupport[];
  readonly upgradeFacts: UpgradeFacts;
  readonly sources: Readonly<Record<SourceId, Source>>;
}
