import { gibOf, vcpuOf } from "../../base/units.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { dividePool, isLicensed } from "../../costs/pool-costs.ts";
import { MEMORY, VCPU } from "./pool-lines.ts";
import {
  capacityLines,
  clusterLines,
  idleLines,
  licensedLines,
  nodeLines,
  overheadLines,
  storageLines,
} from "./size-lines.ts";
import { EVERYWHERE, type TotalTable } from "./total-definition.ts";
import { sumPools } from "./total-parts.ts";

/** How large a fleet is: clusters, nodes, what they have, and what of that serves nobody. */
export const sizeTotals = {
  clusterCount: {
    title: "Clusters",
    unit: "clusters",
    how: "All clusters of the fleet: those of tenants, a management cluster and the central stack.",
    kind: "count",
    isCompared: true,
    shownIn: EVERYWHERE,
    of: ({ clusters }) => clusters.length,
    lines: clusterLines,
  },
  nodeCount: {
    title: "Nodes",
    unit: "nodes",
    how: "The nodes of all pools, control planes included; nodes that exist only during an upgrade are not.",
    kind: "count",
    isCompared: true,
    shownIn: EVERYWHERE,
    of: (parts) => sumPools(parts, ({ nodeCount }) => nodeCount),
    lines: nodeLines,
  },
  vcpu: {
    title: "vCPU of all nodes",
    unit: "vCPU",
    how: "The vCPU of all node VMs.",
    kind: "amount",
    isCompared: true,
    shownIn: EVERYWHERE,
    of: (parts) => sumPools(parts, ({ nodeCount, shape }) => nodeCount * shape.vcpu),
    lines: (parts) => capacityLines(parts, VCPU),
  },
  memoryGiB: {
    title: "Memory of all nodes",
    unit: "GiB",
    how: "The memory of all node VMs.",
    kind: "amount",
    isCompared: true,
    shownIn: EVERYWHERE,
    short: "Memory of all nodes, GiB",
    of: (parts) => sumPools(parts, ({ nodeCount, shape }) => nodeCount * shape.memoryGiB),
    lines: (parts) => capacityLines(parts, MEMORY),
  },
  storageGiB: {
    title: "Node disks and volume claims",
    unit: "GiB",
    how: "Node disks and volume claims, before replication by the storage below.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    short: "Disks and volume claims, GiB",
    of: ({ clusters }) => gibOf(clusters.reduce((bytes, cluster) => bytes + storageBytesOf(cluster), 0)),
    lines: storageLines,
  },
  licensedVcpu: {
    title: "vCPU that need a licence",
    unit: "vCPU",
    how: "The vCPU of the nodes that the licence counts: workers, and control planes where the vendor's rule is read so.",
    kind: "amount",
    isCompared: true,
    shownIn: EVERYWHERE,
    below: "vcpu",
    short: "That need a licence",
    of: (parts) =>
      sumPools(parts, (pool) => (isLicensed(pool, parts.platform.choices) ? pool.nodeCount * pool.shape.vcpu : 0)),
    lines: licensedLines,
  },
  platformVcpu: {
    title: "vCPU that serve no tenant",
    unit: "vCPU",
    how: "vCPU that serve no tenant: nodes no tenant may use, and what platform and kubelet take on shared nodes.",
    kind: "amount",
    isCompared: true,
    shownIn: EVERYWHERE,
    below: "vcpu",
    short: "That serve no tenant",
    of: (parts) => vcpuOf(sumPools(parts, (pool) => dividePool(pool, "cpuMillicores").overhead)),
    lines: (parts) => overheadLines(parts, VCPU, "platformVcpu"),
  },
  platformMemoryGiB: {
    title: "Memory that serves no tenant",
    unit: "GiB",
    how: "Memory that serves no tenant: nodes no tenant may use, and what platform and kubelet take on shared nodes.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "memoryGiB",
    short: "That serves no tenant",
    of: (parts) => gibOf(sumPools(parts, (pool) => dividePool(pool, "memoryBytes").overhead)),
    lines: (parts) => overheadLines(parts, MEMORY, "platformMemoryGiB"),
  },
  idleVcpu: {
    title: "vCPU that nobody requests",
    unit: "vCPU",
    how: "vCPU of shared nodes that nobody requests.",
    kind: "amount",
    shownIn: ["calculator", "terminal", "model-page"],
    below: "vcpu",
    short: "That nobody requests",
    of: (parts) => vcpuOf(sumPools(parts, (pool) => dividePool(pool, "cpuMillicores").idle)),
    lines: (parts) => idleLines(parts, VCPU),
  },
  idleMemoryGiB: {
    title: "Memory that nobody requests",
    unit: "GiB",
    how: "Memory of shared nodes that nobody requests.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "memoryGiB",
    short: "That nobody requests",
    of: (parts) => gibOf(sumPools(parts, (pool) => dividePool(pool, "memoryBytes").idle)),
    lines: (parts) => idleLines(parts, MEMORY),
  },
} as const satisfies TotalTable;

function storageBytesOf({ platformClaimsBytes, tenantClaimsBytes, pools }: ClusterPlan): number {
  return pools.reduce((bytes, { capacity }) => bytes + capacity.storageBytes, platformClaimsBytes + tenantClaimsBytes);
}
