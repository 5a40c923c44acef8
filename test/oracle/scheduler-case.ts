import { type Node, type PodGroup, podGroup } from "@nkp-planner/core";

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
  readonly placementUnique?: boolean;
  readonly placement?: readonly (readonly [string, string | null])[];
  readonly perNode?: Readonly<Record<string, Readonly<Record<string, number>>>>;
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

interface RawWorkload {
  readonly name: string;
  readonly kind: PodGroup["kind"];
  readonly replicas: number;
  readonly requests: RawResources;
  readonly priority?: number;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: PodGroup["tolerations"];
  readonly topologySpread?: readonly { maxSkew: number; topologyKey: string; whenUnsatisfiable: string }[];
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
    tolerations: raw.tolerations ?? [],
    topologySpread: (raw.topologySpread ?? []).map(({ maxSkew, topologyKey, whenUnsatisfiable }) => ({
      over: topologyOf(topologyKey),
      maxSkewCount: maxSkew,
      isHard: whenUnsatisfiable === "DoNotSchedule",
    })),
    antiAffinity:
      raw.antiAffinity === undefined
        ? null
        : { over: topologyOf(raw.antiAffinity.topologyKey), isRequired: raw.antiAffinity.required },
  });
}

function requestsOf(raw: RawResources, storage: number | undefined): PodGroup["requests"] {
  return {
    cpuMillicores: raw.cpuMillicores ?? null,
    memoryBytes: bytesOf(raw, "memory") ?? null,
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
      ...(storage === undefined ? {} : { ephemeralStorageBytes: storage }),
    },
  };
}

/** Pods on the nodes before the first arrives: pods of a workload, or of nobody. */
export function boundGroups(one: SchedulerCase): readonly { group: PodGroup; node: number; ofWorkload: number }[] {
  return (one.nodes ?? []).flatMap(({ boundPods }, node) =>
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
