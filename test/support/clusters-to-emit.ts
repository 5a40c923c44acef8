import type { ClusterToEmit, KubeletToEmit, PlanToEmit, PoolToEmit } from "@nkp-planner/adapters";
import { type Allocatable, apartOver, podGroup } from "@nkp-planner/core";

const GIB = 2 ** 30;
const MIB = 2 ** 20;
const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/** Names that do harm where text is put together carelessly. */
export const HOSTILE_NAMES: readonly string[] = [
  `wordpress/mariadb primary (x)`,
  `"quoted" and 'quoted'`,
  "two\nlines\r\n---\nkind: Secret",
  "$(reboot) `reboot` $" + "{HOME} %PATH%",
  "../../etc/passwd",
  "..",
  "/",
  "",
  "C:\\Windows\\nul",
  "größe-é-東京-😀",
  "東京",
  "- a: b #c",
  "no",
  "1e3",
  "0",
  "__proto__",
  "constructor",
  "tab\tbell\u0007nul\u0000next\u0085line\u2028mark\ufeff",
  "a".repeat(300),
  `${"a".repeat(300)}b`,
  "A B",
  "a b",
  "a-b",
  "a--b",
];

export function capacity(vcpu: number, memoryGiB: number, more: Partial<Allocatable> = {}): Allocatable {
  return { cpuMillicores: vcpu * 1000, memoryBytes: memoryGiB * GIB, podCount: 110, ...more };
}

/** A pool of one node, whatever its role is called. */
export function pool(role: string, more: Partial<PoolToEmit> = {}): PoolToEmit {
  const has = more.capacityPerNode ?? capacity(8, 32);
  return {
    name: role,
    role: role as PoolToEmit["role"],
    shape: { vcpu: 8, memoryGiB: 32, diskGiB: 80 },
    nodeCount: 1,
    surgeNodeCount: 1,
    zones: [],
    labels: {},
    taints: [],
    allocatablePerNode: { ...has, memoryBytes: has.memoryBytes - 100 * MIB },
    ...more,
    capacityPerNode: has,
  };
}

/** A cluster of one tenant's own with nothing in it. */
export function cluster(name: string, more: Partial<ClusterToEmit> = {}): ClusterToEmit {
  return {
    name,
    role: "self-managed",
    edition: "starter",
    managedBy: null,
    tenants: [],
    pools: [],
    network: { addressCount: 0, subnetPrefixBitCount: 32, podNetworkNodeCount: 256 },
    podGroups: [],
    applications: [],
    ...more,
  };
}

/** As it is where nobody chooses. */
export const USUAL_KUBELET: KubeletToEmit = {
  profile: null,
  reservedCpuMillicores: 0,
  reservedMemoryMiB: 0,
  evictionMemoryMiB: 100,
  podsPerNode: 110,
};

const USUAL_HOSTS: PlanToEmit["hosts"] = {
  vcpuPerCore: 3,
  controllerVmCoreCount: 8,
  controllerVmMemoryGiB: 32,
  usableCpuRatio: 0.95,
  usableMemoryRatio: 0.95,
  spareHostCount: 1,
};

export function planOf(...clusters: readonly ClusterToEmit[]): PlanToEmit {
  const kubernetes = { kubernetesVersion: "1.34.3", kubernetesPatch: "1.34.3" };
  const release = { id: "nkp-2.17.1", version: "2.17.1", ...kubernetes };
  return { release, asOf: "2026-11-23", clusters, shortfalls: [], kubelet: USUAL_KUBELET, hosts: USUAL_HOSTS };
}

/** A small cluster that uses all a node and a group of pods can say. */
export const SMALL_CLUSTER: ClusterToEmit = cluster("tenant-orchid", {
  tenants: [{ id: "orchid", name: "Orchid" }],
  pools: [
    pool("control-plane", {
      capacityPerNode: capacity(4, 16, { ephemeralStorageBytes: 80 * GIB }),
      labels: { [CONTROL_PLANE]: "" },
      taints: [{ key: CONTROL_PLANE, effect: "NoSchedule" }],
    }),
    pool("workload", {
      zones: ["rack-1"],
      allocatablePerNode: capacity(7.91, 28),
      taints: [{ key: "dedicated", value: "orchid", effect: "PreferNoSchedule" }],
    }),
  ],
  podGroups: [
    podGroup({
      name: "kube-apiserver",
      kind: "DaemonSet",
      requests: { cpuMillicores: 250, memoryBytes: null },
      priority: 2_000_001_000,
      nodeSelector: { [CONTROL_PLANE]: "" },
      tolerations: [{ operator: "Exists" }],
    }),
    podGroup({
      name: "coredns",
      replicas: 2,
      priority: 2_000_000_000,
      requests: { cpuMillicores: 100, memoryBytes: 70 * MIB },
    }),
    podGroup({
      name: "wordpress/mariadb primary (x)",
      kind: "StatefulSet",
      replicas: 3,
      requests: { cpuMillicores: 1500, memoryBytes: 2 * GIB + 1, ephemeralStorageBytes: 0 },
      priority: 100_001_000,
      tolerations: [{ key: "dedicated", value: "orchid", effect: "PreferNoSchedule" }],
      topologySpread: [
        { over: "hostname", maxSkewCount: 1, isHard: true },
        { over: "zone", maxSkewCount: 2, isHard: false },
      ],
      podAntiAffinity: apartOver("hostname"),
    }),
    podGroup({ name: "wordpress/web", replicas: 0, podAntiAffinity: apartOver("zone", false) }),
    podGroup({
      name: "report",
      kind: "Job",
      replicas: 4,
      priority: -10,
      requests: { cpuMillicores: 0, memoryBytes: 0 },
    }),
  ],
});

/** A cluster where every name that can be is a hostile one. */
export const HOSTILE_CLUSTER: ClusterToEmit = cluster(`"; $(reboot)\n../../x`, {
  pools: HOSTILE_NAMES.map((name) =>
    pool(name, {
      labels: { "example.com/label": name },
      taints: [{ key: "example.com/taint", value: name, effect: "NoSchedule" }],
    }),
  ),
  podGroups: HOSTILE_NAMES.flatMap((name) =>
    (["Deployment", "StatefulSet", "DaemonSet", "Job"] as const).map((kind) =>
      podGroup({
        name: `${name}${kind === "Deployment" ? "" : ` ${kind}`}`,
        kind,
        nodeSelector: { "example.com/label": name },
      }),
    ),
  ),
});
