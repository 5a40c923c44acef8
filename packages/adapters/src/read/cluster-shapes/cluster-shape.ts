/** A cluster as it is declared or runs: what capacity there is, not what is asked for. */
export interface ClusterShape {
  readonly name: string;
  /** Without the `v` before it; null: nothing says it. */
  readonly kubernetesVersion: string | null;
  readonly source: ShapeSourceId;
  /** null: nothing of the file says it. */
  readonly controlPlane: PoolShape | null;
  /** Machines for etcd alone; null: it runs in the control plane, or nothing says it. */
  readonly etcd: PoolShape | null;
  /** Workers. */
  readonly pools: readonly PoolShape[];
  /** Names of the failure domains that the cluster declares. */
  readonly failureDomains: readonly string[];
}

/** What a cluster was read from. */
export type ShapeSourceId = "eks-anywhere" | "topology" | "cluster-api" | "nodes" | "node-table";

/** Machines alike. */
export interface PoolShape {
  readonly name: string;
  /** As it is written; null: left to the autoscaler, or not known. */
  readonly count: number | null;
  /** The ends between which an autoscaler keeps the count; null: none does. */
  readonly autoscaled: { readonly least: number; readonly most: number } | null;
  /** Of one machine, the smallest where nodes differ by little; null: not known. */
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  /** Of all its disks, null where they are not known. */
  readonly diskBytes: number | null;
  /** GPUs of one machine, and other devices that nodes name. */
  readonly gpus: readonly DeviceCount[];
  readonly failureDomain: string | null;
  readonly taints: readonly NodeTaint[];
  /** Why no pod comes to its nodes beside taints. */
  readonly closed: "cordoned" | "not ready" | null;
  /** What pods can have of one node; null: machines that are declared do not say it. */
  readonly allocatable: NodeRoom | null;
  /** What pods can have of all nodes together, where each told it; null: the count times one. */
  readonly total: Omit<NodeRoom, "podCount"> | null;
}

export interface NodeRoom {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  /** null: not told. */
  readonly podCount: number | null;
}

export interface DeviceCount {
  /** A model, or the name of an extended resource. */
  readonly name: string;
  readonly count: number;
}

export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** What all pools have that are declared as machines, before anything is said of them. */
export const NO_POOL: PoolShape = {
  name: "",
  count: null,
  autoscaled: null,
  cpuMillicores: null,
  memoryBytes: null,
  diskBytes: null,
  gpus: [],
  failureDomain: null,
  taints: [],
  closed: null,
  allocatable: null,
  total: null,
};
