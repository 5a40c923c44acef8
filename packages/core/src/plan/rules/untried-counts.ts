import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import { numberOf } from "../../input/parameters.ts";
import { count, named } from "./figures.ts";
import { poolSubject } from "./pods-without-node.ts";
import { definePlanRule } from "./rule.ts";

const ID = "untried-counts";

/** Pools so large that not every count, or not every order of arrival, was tried. */
export const untriedCounts = definePlanRule({
  id: ID,
  title: "Every count of nodes below a pool's is tried, in as many orders as asked",
  judge: ({ clusters, context: { choices } }) => {
    const askedCount = numberOf(choices, "arrival-orders");
    return clusters.flatMap((cluster) => cluster.pools.flatMap((pool) => saidOf(cluster, pool, askedCount)));
  },
});

function saidOf(cluster: ClusterPlan, pool: NodePool, askedCount: number): readonly Finding[] {
  const { isCutShort, triedOrderCount, limited, unplaced, nodeCount } = pool;
  if (limited !== null || unplaced.length > 0) return []; // what does not run is said already
  const figures = { cluster: named(cluster.name), count: count(nodeCount, "workers") };
  const subject = poolSubject(cluster, pool);
  if (isCutShort) return [findingOf(ID, "counts-untried", { figures, subject })];
  if (triedOrderCount === null || triedOrderCount >= askedCount) return [];
  const orders = { tried: count(triedOrderCount), asked: count(askedCount, "orders") };
  return [findingOf(ID, "counts-untried.orders", { figures: { ...figures, ...orders }, subject })];
}
