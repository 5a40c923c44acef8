import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";

/** Clusters of files whose name means more than one planned cluster. */
export const ambiguousCluster = defineCheckRule({
  id: "ambiguous-cluster",
  title: "A cluster that may be several of the plan",
  severity: "error",
  summary: "Asks whether the name of each cluster of the files means one planned cluster only.",
  why: "A name with the ids of two tenants may be the cluster of either. To guess would be to judge one tenant's cluster by what another one needs.",
  fix: "Say under clusters in the policy which planned cluster the name stands for, or rename the cluster.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    ambiguous: "{cluster} may be each of these clusters of the plan: {candidates}. It was held against none of them.",
  },
  *judge({ clusters }, say) {
    for (const cluster of clusters) {
      const about = cluster.about("name");
      const { planned, candidates, name } = cluster;
      if (candidates.length > 0) yield say.fail(about, "ambiguous", { cluster: name, candidates });
      else if (planned !== null) yield say.pass(about);
    }
  },
});
