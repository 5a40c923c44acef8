/** What one pod's containers ask for. null: not stated at all, which the scheduler scores otherwise than a zero. */
export interface PodRequests {
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  readonly ephemeralStorageBytes?: number;
}

export type PodKind = "Deployment" | "StatefulSet" | "DaemonSet" | "Job";

/** `hostname`: every node for itself; `zone`: a failure domain. */
export type Topology = "hostname" | "zone";

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

/** Spreading a group's own pods over nodes or zones. */
export interface TopologySpread {
  readonly over: Topology;
  readonly maxSkewCount: number;
  /** false: a wish (ScheduleAnyway), not a condition. */
  readonly isHard: boolean;
}

/** Keeping a group's own pods apart. */
export interface AntiAffinity {
  readonly over: Topology;
  /** false: preferred, with the weight 100. */
  readonly isRequired: boolean;
}

/** Identical pods of one owner. */
export interface PodGroup {
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
  readonly antiAffinity: AntiAffinity | null;
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
    antiAffinity: null,
    ...draft,
  };
}
