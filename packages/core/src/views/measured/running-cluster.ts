/** What runs in one cluster, as its API server says it: the reality that a plan is measured against. */
export interface RunningCluster {
  readonly workloads: readonly RunningWorkload[];
  readonly nodes: readonly RunningNode[];
  /** Kinds of objects that were read: what is of another kind may well run, and is not in the files. */
  readonly kinds: readonly string[];
}

/** Pods alike of one maker. What makes pods of several sizes stands there once for each. */
export interface RunningWorkload {
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  /** Names under which Helm or Flux installed it. */
  readonly releases: readonly string[];
  /** Numbers of the image's tag alone, such as `1.34.3`; null: it has none. */
  readonly version: string | null;
  /** null: nothing in the files says how many. */
  readonly podCount: number | null;
  /** Requests of one pod; null: not known, which is not 0. */
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  /** `pods`: read from running pods; `template`: from what makes them, which the API server may add to. */
  readonly basis: "pods" | "template";
}

/** A node with what it has, and what of that pods may request. */
export interface RunningNode {
  readonly role: "control-plane" | "etcd" | "worker";
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  /** null: the file does not say. */
  readonly allocatable: {
    readonly cpuMillicores: number;
    readonly memoryBytes: number;
    readonly podCount: number | null;
  } | null;
  /** Such as `1.34.3`; null: it does not say. */
  readonly kubernetesVersion: string | null;
}
