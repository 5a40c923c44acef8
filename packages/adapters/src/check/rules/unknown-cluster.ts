import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";

/** Clusters of files that the plan does not have. */
export const unknownCluster = defineCheckRule({
  id: "unknown-cluster",
  title: "A cluster that the plan does not have",
  severity: "error",
  summary:
    "Looks for each cluster of the files in the plan: as the policy names it, by its own name, or by its tenant.",
  why: "What nobody has planned is in no count of hosts, in no cost and on no quote. No other rule can judge it either, because there is nothing to hold it against.",
  fix: "Add its tenant to the fleet file, name the planned cluster under clusters in the policy, or remove the files.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { unknown: "{cluster} is no cluster of the plan, which runs the fleet as {model}." },
  *judge({ clusters, plan }, say) {
    for (const cluster of clusters) {
      // That it may be several is said by another rule.
      if (cluster.candidates.length > 0) continue;
      const about = cluster.about("name");
      yield cluster.planned === null
        ? say.fail(about, "unknown", { cluster: cluster.name, model: plan.model.title })
        : say.pass(about);
    }
  },
});
