import { NO_OPTIONS } from "../../formats/options.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { defineCheckRule } from "../check-rule.ts";
import { plannedPools } from "../subject/planned-pools.ts";
import { areTaintsKnown } from "../subject/taints-known.ts";

/** Platform pools without the taint that keeps other pods away. */
export const platformUntainted = defineCheckRule({
  id: "platform-untainted",
  title: "The platform pool has no taint",
  severity: "error",
  summary: "Looks for the planned taints at the nodes of each platform pool.",
  why: "The taint alone keeps other pods off the nodes that are counted for the platform. Without it the scheduler puts them there, and the platform's own pods find no room when they start again.",
  fix: "Add the taint to the pool as nkp-planner emit writes it.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
  thresholds: NO_OPTIONS,
  statements: {
    untainted: "{cluster}, pool {pool}: the taint {taint} of the plan is missing, so that any pod may land there.",
    unknown:
      "{cluster}, pool {pool}: whether its nodes have the planned taint cannot be known, as no file has the configuration with which they join.",
  },
  *judge(checked, say) {
    for (const { cluster, planned, pool } of plannedPools(checked)) {
      if (pool.planned.role !== "platform") continue;
      for (const declared of pool.declared) {
        const name = pool.declared.length === 1 ? pool.planned.name : declared.name;
        const about = cluster.about("taints", declared, name);
        const words = { cluster: planned.name, pool: name };
        if (!areTaintsKnown(cluster, declared, checked)) {
          yield say.unknown(about, "unknown", words);
          continue;
        }
        const missing = pool.planned.taints.filter((taint) => !keepsOff(declared, taint));
        if (missing.length === 0) yield say.pass(about);
        for (const { key, value = "", effect } of missing)
          yield say.fail(about, "untainted", {
            ...words,
            taint: `${key}${value === "" ? "" : `=${value}`}:${effect}`,
          });
      }
    }
  },
});

/** Who may not run there is not scheduled there either. */
function keepsOff(
  { taints }: PoolShape,
  { key, value = "" }: { readonly key: string; readonly value?: string | undefined },
) {
  return taints.some(
    (one) => one.key === key && one.value === value && (one.effect === "NoSchedule" || one.effect === "NoExecute"),
  );
}
