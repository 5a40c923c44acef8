/** What the files say of the plan, read by somebody who has never seen it. */
export interface ReadBack {
  readonly clusters: readonly ClusterReadBack[];
}

/** Of one cluster as much as the files of a format say. */
export interface ClusterReadBack {
  /** What the plan calls it. */
  readonly name?: string;
  /** As its API server is to report them. */
  readonly nodes?: readonly (MachineReadBack & { readonly podCount: number })[];
  /** As they are to be made: firmware and kernel still keep their part. */
  readonly machines?: readonly MachineReadBack[];
  /** Of all workloads but those with a pod a node. */
  readonly podCount?: number;
  /** Addresses of its subnet that it asks for. */
  readonly addressCount?: number;
  /** Of all its pools, control plane included. */
  readonly nodeCount?: number;
}

export interface MachineReadBack {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
}
