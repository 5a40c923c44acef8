import type { ClusterPlan } from "./clusters.ts";

/** How many nodes each cluster has, by its name. */
export function nodeCountsOf(clusters: readonly ClusterPlan[]): ReadonlyMap<string, number> {
  return new Map(clusters.map(({ name, pools }) => [name, pools.reduce((sum, { nodeCount }) => sum + nodeCount, 0)]));
}
