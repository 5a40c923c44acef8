import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { plannedPools } from "../subject/planned-pools.ts";

/** Pools of workers with fewer nodes than the plan counts. */
export const tooFewNodes = defineCheckRule({
  id: "too-few-nodes",
  title: "Fewer nodes than planned",
  severity: "error",
  summary: "Holds the nodes of each pool of workers against the count that the plan comes to.",
  why: "The planned count is the least at which every pod schedules, also after the loss that the plan is to survive. With fewer nodes one of these no longer holds: today's pods, the growth they were given, or the loss of a node.",
  fix: "Raise the pool to the planned count, or change the fleet file so that the plan asks for fewer: nkp-planner explain says where the count comes from.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    "too-few": "{cluster}, pool {pool}: {found} declared, the plan has {planned}.",
    "count-unknown":
      "{cluster}, pool {pool}: how many nodes there are is not said, so that it cannot be held against the {planned} of the plan.",
  },
  *judge(checked, say) {
    for (const { cluster, planned, pool } of plannedPools(checked)) {
      const [first] = pool.declared;
      // A pool that is missing altogether is said by another rule.
      if (pool.planned.role === "control-plane" || first === undefined) continue;
      const about = cluster.about("count", first, pool.planned.name);
      const words = { cluster: planned.name, pool: pool.planned.name, planned: pool.planned.nodeCount };
      if (pool.nodeCount === null) yield say.unknown(about, "count-unknown", words);
      else if (pool.nodeCount < pool.planned.nodeCount)
        yield say.fail(about, "too-few", { ...words, found: nodesText(pool.nodeCount) });
      else yield say.pass(about);
    }
  },
});

function nodesText(count: number): string {
  return count === 1 ? "1 node is" : `${count} nodes are`;
}
