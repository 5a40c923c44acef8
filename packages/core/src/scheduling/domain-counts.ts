import type { Topology } from "../input/affinity.ts";
import type { ClusterState } from "./cluster-state.ts";
import type { CountedPods } from "./pod-rules.ts";

/** Index of each node's domain: its own for hostname, its zone's for zone; -1 where it has none. */
export function domainOf(state: ClusterState, over: Topology): Int32Array {
  return over === "hostname" ? state.indexOf : state.zoneOf;
}

/**
 * Pods by domain.
 * @param isCounted nodes of which pods count; null: all
 */
export function podsByDomain(
  state: ClusterState,
  { over, counted }: CountedPods,
  isCounted: Uint8Array | null,
): Int32Array {
  const [first, ...others] = counted;
  if (over === "hostname" && isCounted === null && first !== undefined && others.length === 0) return first;
  const domains = domainOf(state, over);
  const pods = new Int32Array(over === "hostname" ? state.nodes.length : state.zoneNames.length);
  for (const onNode of counted) {
    for (let node = 0; node < onNode.length; node += 1) {
      const domain = domains[node] as number;
      if (domain === -1 || (isCounted !== null && isCounted[node] === 0)) continue;
      pods[domain] = (pods[domain] as number) + (onNode[node] as number);
    }
  }
  return pods;
}
