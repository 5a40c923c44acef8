import {
  type Allocatable,
  apartOver,
  type Node,
  type NodeAffinity,
  type NodeTerm,
  type PodGroup,
  type PodTerms,
  podGroup,
  type TaintEffect,
  type Toleration,
  type TopologySpread,
} from "@nkp-planner/core";

/** A file of answers of the real kube-scheduler; its header explains every field. */
export interface SchedulerFile {
  readonly cases: readonly SchedulerCase[];
}

export interface SchedulerCase {
  readonly id: number;
  readonly question: "smallest-count" | "fit";
  readonly category: string;
  readonly kubernetesVersion: string;
  readonly nodeTemplate?: RawNode;
  readonly zones?: readonly string[];
  readonly nodes?: readonly RawNode[];
  /** Nodes that are there from the start and are not counted. */
  readonly otherNodes?: readonly RawNode[];
  readonly workloads: readonly RawWorkload[];
  readonly answers: RawAnswers;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface RawAnswers {
  readonly smallestNodeCount?: Range | null;
  readonly over100Seeds?: { readonly smallestNodeCount?: Range | null; readonly scheduled?: Record<string, Range> };
  readonly searchedUpTo?: number;
  readonly totalsLowerBound?: number;
  readonly scheduled?: Readonly<Record<string, Range>>;
  /** What differs where pods that found no node are offered again. */
  readonly withRepeatedPasses?: { readonly smallestNodeCount?: Range | null; readonly podsLeft?: Range };
  readonly placementUnique?: boolean;
  readonly placement?: readonly (readonly [string, string | null])[];
  readonly perNode?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What the scheduler wrote on pods that stay pending. */
  readonly reasons?: readonly { readonly message: string; readonly pods: number }[];
  readonly trace?: readonly (readonly [number, number, number, number, readonly number[]])[];
}

/** By how the pods come before the loss. */
export interface ByInitialOrder {
  readonly listed: number | null;
  readonly shuffled: number | null;
}

/** How many nodes a pool needs so that any one may be lost. */
export interface RawLossAnswers {
  readonly smallestCountPlacing: ByInitialOrder;
  readonly smallestCountSurvivingAll: ByInitialOrder;
}

interface RawResources {
  readonly cpuMillicores?: number;
  readonly memoryMiB?: number;
  readonly memoryBytes?: number;
  readonly ephemeralStorageMiB?: number;
  readonly ephemeralStorageBytes?: number;
  readonly pods?: number;
}

interface RawBound {
  readonly workload?: string;
  readonly count: number;
  readonly requests?: RawResources;
}

export interface RawNode {
  readonly name?: string;
  readonly allocatable: RawResources;
  readonly zone?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: Node["taints"];
  readonly boundPods?: readonly RawBound[];
}

type RawSpread = Pick<TopologySpread, "selects" | "matchLabelKeys" | "nodeAffinityPolicy" | "nodeTaintsPolicy"> & {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: string;
  readonly minDomains?: number;
};

interface RawTerm {
  readonly topologyKey: string;
  readonly selects?: readonly string[];
}

interface RawTerms {
  readonly required?: readonly RawTerm[];
  readonly preferred?: readonly (RawTerm & { readonly weight: number })[];
}

interface RawWorkload {
  readonly name: string;
  readonly kind: PodGroup["kind"];
  readonly replicas: number;
  readonly requests: RawResources;
  readonly priority?: number;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly (Omit<Toleration, "effect"> & { readonly effect?: TaintEffect | "" })[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly topologySpread?: readonly RawSpread[];
  readonly podAffinity?: RawTerms;
  readonly podAntiAffinity?: RawTerms;
  readonly nodeAffinity?: {
    readonly required?: NodeAffinity["required"];
    readonly preferred?: readonly (NodeTerm & { readonly weight: number })[];
  };
  readonly antiAffinity?: { readonly topologyKey: string; readonly required: boolean };
}

const MIB = 2 ** 20;

function bytesOf(raw: RawResources, name: "memory" | "ephemeralStorage"): number | undefined {
  const bytes = raw[`${name}Bytes`];
  const mib = raw[`${name}MiB`];
  return bytes ?? (mib === undefined ? undefined : mib * MIB);
}

const topologyOf = (key: string) => (key === "kubernetes.io/hostname" ? ("hostname" as const) : ("zone" as const));

export function groupOf(raw: RawWorkload): PodGroup {
  const storage = bytesOf(raw.requests, "ephemeralStorage");
  return podGroup({
    name: raw.name,
    kind: raw.kind,
    replicas: raw.replicas,
    requests: requestsOf(raw.requests, storage),
    priority: raw.priority ?? 0,
    nodeSelector: raw.nodeSelector ?? {},
    // "" is what Kubernetes keeps where nothing was said.
    tolerations: (raw.tolerations ?? []).map(({ effect, ...rest }) => ({ ...rest, effect: effect || undefined })),
    topologySpread: (raw.topologySpread ?? []).map(
      ({ maxSkew, topologyKey, whenUnsatisfiable, minDomains, ...same }) => ({
        ...same,
        over: topologyOf(topologyKey),
        maxSkewCount: maxSkew,
        minDomainCount: minDomains,
        isHard: whenUnsatisfiable === "DoNotSchedule",
      }),
    ),
    podAntiAffinity:
      raw.antiAffinity === undefined
        ? termsOf(raw.podAntiAffinity)
        : apartOver(topologyOf(raw.antiAffinity.topologyKey), raw.antiAffinity.required),
    podAffinity: termsOf(raw.podAffinity),
    nodeAffinity: nodeAffinityOf(raw.nodeAffinity),
    labels: raw.labels ?? {},
  });
}

function termsOf(raw: RawTerms | undefined): PodTerms | null {
  if (raw === undefined) return null;
  return {
    required: (raw.required ?? []).map(({ topologyKey, selects }) => ({ over: topologyOf(topologyKey), selects })),
    preferred: (raw.preferred ?? []).map(({ topologyKey, selects, weight }) => ({
      over: topologyOf(topologyKey),
      selects,
      scoreWeight: weight,
    })),
  };
}

function nodeAffinityOf(raw: RawWorkload["nodeAffinity"]): NodeAffinity | null {
  if (raw === undefined) return null;
  const preferred = (raw.preferred ?? []).map(({ weight, ...term }) => ({ ...term, scoreWeight: weight }));
  return { required: raw.required ?? [], preferred };
}

/** Resources with a slash in their name are extended ones. */
function extendedOf(raw: RawResources): Pick<Allocatable, "extended"> {
  const extended = Object.entries(raw).filter(([name]) => name.includes("/"));
  return extended.length === 0 ? {} : { extended: Object.fromEntries(extended) };
}

function requestsOf(raw: RawResources, storage: number | undefined): PodGroup["requests"] {
  return {
    cpuMillicores: raw.cpuMillicores ?? null,
    memoryBytes: bytesOf(raw, "memory") ?? null,
    ...extendedOf(raw),
    ...(storage === undefined ? {} : { ephemeralStorageBytes: storage }),
  };
}

export function nodeOf(raw: RawNode, name: string, zone: string | undefined): Node {
  const storage = bytesOf(raw.allocatable, "ephemeralStorage");
  return {
    name,
    zone: zone ?? null,
    labels: raw.labels ?? {},
    taints: raw.taints ?? [],
    allocatable: {
      cpuMillicores: raw.allocatable.cpuMillicores ?? 0,
      memoryBytes: bytesOf(raw.allocatable, "memory") ?? 0,
      podCount: raw.allocatable.pods ?? 0,
      ...extendedOf(raw.allocatable),
      ...(storage === undefined ? {} : { ephemeralStorageBytes: storage }),
    },
  };
}

/** Pods on the nodes before the first arrives: pods of a workload, or of nobody. */
export function boundGroups(
  one: Pick<SchedulerCase, "workloads" | "nodes" | "otherNodes">,
): readonly { group: PodGroup; node: number; ofWorkload: number }[] {
  return (one.nodes ?? one.otherNodes ?? []).flatMap(({ boundPods }, node) =>
    (boundPods ?? []).flatMap(({ workload, count, requests }, at) => {
      const ofWorkload = one.workloads.findIndex(({ name }) => name === workload);
      const group = podGroup({
        name: `bound-${node}-${at}`,
        kind: "Job",
        requests: requestsOf(requests ?? {}, bytesOf(requests ?? {}, "ephemeralStorage")),
      });
      return Array.from({ length: count }, () => ({ group, node, ofWorkload }));
    }),
  );
}
