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

/** What makes the pods of a group. */
export type PodKind = "Deployment" | "StatefulSet" | "DaemonSet" | "Job";

/** What happens to pods that do not tolerate a taint. */
export type TaintEffect = "NoSchedule" | "NoExecute" | "PreferNoSchedule";

/**
 * What keeps pods off a node that do not tolerate it.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Taint {
  readonly key: string;
  readonly value?: string | undefined;
  readonly effect: TaintEffect;
}

/**
 * `Equal` where no operator is given, as Kubernetes has it. Without key: every taint. Without effect: every effect.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
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
  /** Pods of a DaemonSet come first, one a node. */
  readonly kind: PodKind;
  /** How many pods; a DaemonSet has one a node that it may run on, whatever is said here. */
  readonly replicas: number;
  readonly requests: PodRequests;
  /** Higher ones come first, as in the scheduler's queue. */
  readonly priority: number;
  /** Labels that a node must have. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
  readonly topologySpread: readonly TopologySpread[];
  /** On which nodes they run or would rather; null: on any. */
  readonly nodeAffinity: NodeAffinity | null;
  /** With which pods they share a domain; null: it makes no difference. */
  readonly podAffinity: PodTerms | null;
  /** With which pods they share none; null: it makes no difference. */
  readonly podAntiAffinity: PodTerms | null;
  /** Labels of the pods beside `app` and `workload`, which are the group's name where they are not said here. */
  readonly labels: Readonly<Record<string, string>>;
  /** Made up so that totals add up: nobody knows which workload it is. */
  readonly isAssumed?: true;
  /** Held for growth or headroom: no pod of today. */
  readonly isReserve?: true;
  /** The pool of workers in which they run; null: the one for everything. */
  readonly poolName: string | null;
  /** Rules of pods speak of pods of their own namespace. */
  readonly namespace: string;
}

/**
 * A group with sane defaults: one Deployment pod without requests, wishes or conditions.
 *
 * `podGroup({ name: "web", replicas: 3, requests: { cpuMillicores: 500, memoryBytes: 2 ** 30 } })`
 */
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
