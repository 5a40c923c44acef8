import type { ClusterState } from "./cluster-state.ts";
import type { GroupState } from "./group-state.ts";

/**
 * Writes the nodes that can take one more pod of the group into `feasible`, in order; returns how many.
 * The filters of the default profile that decide fit: selector, taints, resources, pod count, required
 * anti-affinity and hard topology spread of the group's own pods.
 */
export function findFeasible(state: ClusterState, own: GroupState, feasible: Int32Array): number {
  const { isOpen } = own;
  const blocked = blockedDomains(state, own);
  let count = 0;
  for (let node = 0; node < isOpen.length; node += 1) {
    if (isOpen[node] === 0 || (blocked !== null && blocked[node] === 1)) continue;
    feasible[count] = node;
    count += 1;
  }
  return count;
}

/** Nodes that anti-affinity or a hard spread closes to one more pod of the group; null where it has neither. */
export function blockedDomains(state: ClusterState, own: GroupState): Uint8Array | null {
  const { antiAffinity } = own.group;
  const keepsApart = antiAffinity?.isRequired === true;
  if (!keepsApart && own.hard.length === 0) return null;
  const blocked = new Uint8Array(own.isAdmitted.length);
  if (keepsApart) {
    const counts = antiAffinity.over === "hostname" ? own.ownOnNode : spreadCounts(state, own, null);
    for (let node = 0; node < blocked.length; node += 1) {
      const domain = antiAffinity.over === "hostname" ? node : (state.zoneOf[node] as number);
      if (domain >= 0 && (counts[domain] as number) > 0) blocked[node] = 1;
    }
  }
  for (const { over, maxSkewCount } of own.hard) {
    if (over === "hostname") blockByHost(state, own, maxSkewCount, blocked);
    else blockByZone(state, own, maxSkewCount, blocked);
  }
  return blocked;
}

function blockByHost(state: ClusterState, own: GroupState, maxSkewCount: number, blocked: Uint8Array): void {
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < blocked.length; node += 1) {
    if (own.isHardDomain[node] === 0 || state.isAlive[node] === 0) continue;
    least = Math.min(least, own.ownOnNode[node] as number);
  }
  for (let node = 0; node < blocked.length; node += 1) {
    const here = own.isHardDomain[node] === 1 ? (own.ownOnNode[node] as number) : 0;
    if (here + 1 - least > maxSkewCount) blocked[node] = 1;
  }
}

function blockByZone(state: ClusterState, own: GroupState, maxSkewCount: number, blocked: Uint8Array): void {
  const counts = spreadCounts(state, own, own.isHardDomain);
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < blocked.length; node += 1) {
    const zone = state.zoneOf[node] as number;
    if (zone === -1 || own.isHardDomain[node] === 0 || state.isAlive[node] === 0) continue;
    least = Math.min(least, counts[zone] as number);
  }
  for (let node = 0; node < blocked.length; node += 1) {
    const zone = state.zoneOf[node] as number;
    // A node without the key is closed to pods that must be spread by it.
    if (zone === -1 || (counts[zone] as number) + 1 - least > maxSkewCount) blocked[node] = 1;
  }
}

/** The group's own pods by zone, on the nodes that count; null counts all. */
export function spreadCounts(state: ClusterState, own: GroupState, counts: Uint8Array | null): Int32Array {
  const byZone = new Int32Array(state.zoneNames.length);
  for (let node = 0; node < own.ownOnNode.length; node += 1) {
    const zone = state.zoneOf[node] as number;
    if (zone === -1 || (counts !== null && counts[node] === 0)) continue;
    byZone[zone] = (byZone[zone] as number) + (own.ownOnNode[node] as number);
  }
  return byZone;
}
