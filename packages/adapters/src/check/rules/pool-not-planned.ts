import { countText } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { defineCheckRule } from "../check-rule.ts";

/** Pools of files that no planned pool is made of. */
export const poolNotPlanned = defineCheckRule({
  id: "pool-not-planned",
  title: "A pool that the plan does not have",
  severity: "warning",
  summary: "Looks for each pool of workers of a cluster's files among the planned pools, by its name.",
  why: "Nodes that nobody has planned are in no count of hosts and licences and in no cost, and no planned pod counts on them.",
  fix: "Add the pool to the fleet file, under pools of its tenant, give it the planned name, or remove it.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { other: "{cluster}: the plan has no pool {pool}, which is declared with {nodes}." },
  *judge({ clusters }, say) {
    for (const cluster of clusters) {
      if (cluster.planned === null) continue;
      for (const pool of cluster.pools.flatMap(({ declared }) => declared))
        yield say.pass(cluster.about("whole", pool));
      for (const pool of cluster.others) {
        const about = cluster.about("whole", pool);
        if (mostOf(pool) === 0) yield say.pass(about);
        else yield say.fail(about, "other", { cluster: cluster.planned.name, pool: pool.name, nodes: nodesText(pool) });
      }
    }
  },
});

/** null: not known. */
function mostOf({ count, autoscaled }: PoolShape): number | null {
  return autoscaled?.most ?? count;
}

function nodesText({ count, autoscaled }: PoolShape): string {
  if (autoscaled !== null) return `${autoscaled.least} to ${countText(autoscaled.most, "node")}`;
  return count === null ? "nodes of an unknown count" : countText(count, "node");
}
