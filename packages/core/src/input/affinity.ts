/** `hostname`: every node for itself; `zone`: a failure domain. */
export type Topology = "hostname" | "zone";

/**
 * Pods of which a rule speaks: those of the groups named; where none are named, those with the group's own `app` label.
 * Only pods of the same namespace.
 */
export interface PodSelector {
  /** Values of the label `app`. */
  readonly selects?: readonly string[] | undefined;
  /** Of the pods selected, only those with the same values of these labels; a key that the group lacks is dropped. */
  readonly matchLabelKeys?: readonly string[] | undefined;
}

/** To be in one domain with some pods, or in none with any of them. */
export interface PodTerm extends PodSelector {
  /** What the domain is. */
  readonly over: Topology;
}

/** A wish to be with pods, or apart from them. */
export interface WeightedPodTerm extends PodTerm {
  /** 1 to 100. */
  readonly scoreWeight: number;
}

/**
 * Affinity or anti-affinity to pods, as in a pod's specification.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
 */
export interface PodTerms {
  readonly required: readonly PodTerm[];
  readonly preferred: readonly WeightedPodTerm[];
}

/** Spreading pods over nodes or zones: a group's own where no others are selected. */
export interface TopologySpread extends PodSelector {
  /** What the domains are. */
  readonly over: Topology;
  readonly maxSkewCount: number;
  /** false: a wish (ScheduleAnyway), not a condition. */
  readonly isHard: boolean;
  /** While there are fewer domains than these, the least of any counts as 0. Left out: 1. */
  readonly minDomainCount?: number | undefined;
  /** Whether nodes that selector and affinity exclude are no domains. Left out: Honor. */
  readonly nodeAffinityPolicy?: NodePolicy | undefined;
  /** Whether nodes with a taint that the pods do not tolerate are no domains. Left out: Ignore. */
  readonly nodeTaintsPolicy?: NodePolicy | undefined;
}

/** Whether a rule about nodes is looked at when domains are counted. */
export type NodePolicy = "Honor" | "Ignore";

/**
 * A condition on a node's labels. `values`: none for Exists and DoesNotExist, one whole number for Gt and Lt.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
 */
export interface NodeExpression {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt";
  readonly values?: readonly string[] | undefined;
}

/**
 * Nodes of which all expressions hold.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
 */
export interface NodeTerm {
  readonly matchExpressions: readonly NodeExpression[];
}

/** A wish for nodes. */
export interface WeightedNodeTerm extends NodeTerm {
  /** 1 to 100. */
  readonly scoreWeight: number;
}

/**
 * On which nodes pods may run, and on which they would rather.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
 */
export interface NodeAffinity {
  /** One of them holds; empty: any node. */
  readonly required: readonly NodeTerm[];
  readonly preferred: readonly WeightedNodeTerm[];
}
