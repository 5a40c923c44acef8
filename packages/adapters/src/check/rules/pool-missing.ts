import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { plannedPools } from "../subject/planned-pools.ts";

/** Planned pools of workers that no file of their cluster has. */
export const poolMissing = defineCheckRule({
  id: "pool-missing",
  title: "A planned pool is missing",
  severity: "error",
  summary: "Looks for each planned pool of workers among the pools of its cluster's files.",
  why: "The pods of a missing pool have no nodes of their own. Without the platform pool of a management cluster, what looks after all other clusters does not run, or runs beside something else.",
  fix: "Add the pool as nkp-planner emit writes it, or give a pool of another name the planned one.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    missing: "{cluster}: pool {pool} is not declared; the plan has {planned} {role} nodes in it.",
  },
  *judge(checked, say) {
    for (const { cluster, planned, pool } of plannedPools(checked)) {
      const { name, role, nodeCount } = pool.planned;
      if (role === "control-plane" || nodeCount === 0) continue;
      const about = cluster.about("whole", pool.declared[0], name);
      if (pool.declared.length > 0) yield say.pass(about);
      else yield say.fail(about, "missing", { cluster: planned.name, pool: name, role, planned: nodeCount });
    }
  },
});
