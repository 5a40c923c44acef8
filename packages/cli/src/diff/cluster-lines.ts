import type { ClusterChange, ClusterIdentity, PoolChange, PoolSize } from "@nkp-planner/core";

/** A cluster that came, went or changed, in a line: `kite: workload 3 × 8/32 → 4 × 8/32`. */
export function clusterLine({ name, base, head, pools }: ClusterChange): string {
  const whose = base === null ? " is new" : head === null ? " is gone" : "";
  const identity = base === null || head === null ? [identityText(head ?? base)] : identityChanges(base, head);
  return `${name}${whose}: ${[...identity, ...pools.map(poolText)].join("; ")}`;
}

function identityText(cluster: ClusterIdentity | null): string {
  return cluster === null ? "" : `${cluster.edition} ${cluster.role}`;
}

function identityChanges(base: ClusterIdentity, head: ClusterIdentity): readonly string[] {
  const arrived = head.tenantIds.filter((id) => !base.tenantIds.includes(id));
  const left = base.tenantIds.filter((id) => !head.tenantIds.includes(id));
  const isMixed = base.tenantIds.join() !== head.tenantIds.join() && arrived.length + left.length === 0;
  return [
    base.role === head.role ? "" : `role ${base.role} → ${head.role}`,
    base.edition === head.edition ? "" : `edition ${base.edition} → ${head.edition}`,
    base.managedBy === head.managedBy ? "" : `managed by ${base.managedBy ?? "itself"} → ${head.managedBy ?? "itself"}`,
    arrived.length === 0 ? "" : `tenants that are new in it: ${arrived.join(", ")}`,
    left.length === 0 ? "" : `tenants that have left it: ${left.join(", ")}`,
    isMixed ? "its tenants in another order" : "",
  ].filter((text) => text !== "");
}

function poolText({ name, base, head }: PoolChange): string {
  const isDisk = base !== null && head !== null && base.diskGiBPerNode !== head.diskGiBPerNode;
  if (base === null) return `${name} ${sizeText(head, isDisk)}`;
  if (head === null) return `${name} ${sizeText(base, isDisk)} → none`;
  return `${name} ${sizeText(base, isDisk)} → ${sizeText(head, isDisk)}`;
}

/** `3 × 8/32`: nodes, vCPU and GiB; with the disk where that is what changed. */
function sizeText(size: PoolSize | null, isDisk: boolean): string {
  if (size === null) return "none";
  const { nodeCount, vcpuPerNode, memoryGiBPerNode, diskGiBPerNode, extendedPerNode = {} } = size;
  const devices = Object.entries(extendedPerNode).map(([name, count]) => ` + ${count} ${name}`);
  const disk = isDisk ? `/${diskGiBPerNode}` : "";
  return `${nodeCount} × ${vcpuPerNode}/${memoryGiBPerNode}${disk}${devices.join("")}`;
}

/** What the figures of pools are. */
export const POOL_LEGEND = "Pools: nodes × vCPU/GiB of each, with the GiB of its disk where that changed.";
