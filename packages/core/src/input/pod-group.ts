import type { ExtendedResources } from "../base/extended-resources.ts";
import type { NodeAffinity, PodTerms, TopologySpread } from "./affinity.ts";
import type { Replacing } from "./rollout.ts";

/** What one pod's containers ask for. null: not stated at all, which the scheduler scores otherwise than a zero. */
export interface PodRequests {
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  readonly ephemeralStorageBytes?: number;
  /** Whole numbers of extended resources such as `nvidia.com/gpu`. */
  readonly extended?: ExtendedResources;
}

export type PodKind = "Deployment" | "StatefulSet" | "DaemonSet" | "Job";

export type TaintEffect = "NoSchedule" | "NoExecute" | "PreferNoSchedule";

export interface Taint {
  readonly key: string;
  readonly value?: string | undefined;
  readonly effect: TaintEffect;
}

/** `Equal` where no operator is given, as Kubernetes has it. Without key: every taint. Without effect: every effect. */
export interface Toleration {
  readonly key?: string | undefined;
  readonly operator?: "Equal" | "Exists" | undefined;
  readonly value?: string | undefined;
  readonly effect?: TaintEffect | undefined;
}

/** Identical pods of one owner. */
export interface PodGroup extends Replacing {
  /** Unique among the groups that are scheduled together. */
  readonly name: string;
  readonly kind: PodKind;
  /** How many pods; a DaemonSet has one a node that it may run on, whatever is said here. */
  readonly replicas: number;
  readonly requests: PodRequests;
  readonly priority: number;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
  readonly topologySpread: readonly TopologySpread[];
  readonly nodeAffinity: NodeAffinity | null;
  readonly podAffinity: PodTerms | null;
  readonly podAntiAffinity: PodTerms | null;
  /** Labels of the pods beside `app` and `workload`, which are the group's name where they are not said here. */
  readonly labels: Readonly<Record<string, string>>;
  /** Made up so that totals add up: nobody knows which workload it is. */
  readonly isAssumed?: true;
  /** The pool of workers in which they run; null: the one for everything. */
  readonly poolName: string | null;
  /** Rules of pods speak of pods of their own namespace. */
  readonly namespace: string;
}

/** A group with sane defaults: one Deployment pod without requests, wishes or conditions. */
export function podGroup(draft: Partial<PodGroup> & Pick<PodGroup, "name">): PodGroup {
  return {
    kind: "Deployment",
    replicas: 1,
    requests: { cpuMillicores: null, memoryBytes: null },
    priority: 0,
    nodeSelector: {},
    tolerations: [],
    topologySpread: [],
    nodeAffinity: null,
    podAffinity: null,
    podAntiAffinity: null,
    labels: {},
    namespace: "",
    poolName: null,
    ...draft,
  };
}
