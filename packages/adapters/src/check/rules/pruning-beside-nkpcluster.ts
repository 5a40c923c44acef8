import { NO_OPTIONS } from "../../formats/options.ts";
import { at } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import { objectTitles } from "../subject/object-titles.ts";
import { aboutPruner, isNkpCluster } from "../subject/pruned-clusters.ts";
import { prunersIn } from "../subject/pruners.ts";

/** Pruning that is on where clusters have become NKPCluster. */
export const pruningBesideNkpcluster = defineCheckRule({
  id: "pruning-beside-nkpcluster",
  title: "Pruning left on beside an NKPCluster",
  severity: "error",
  summary: "Looks at whether what applies an NKPCluster, by Flux or Argo CD, deletes what has gone from its folder.",
  why: "From NKP 2.18 on a cluster in Git is an NKPCluster and no longer a Cluster. Where pruning is on while the one takes the place of the other, the Cluster that has gone from Git is deleted, with the machines that run. Later the same comes of an NKPCluster whose file goes.",
  fix: "Set prune: false and let that be applied before the files change, and leave it so.",
  sources: ["Nutanix Kubernetes Platform Guide 2.18, Upgrade NKP with GitOps-Managed Workload Clusters"],
  thresholds: NO_OPTIONS,
  statements: {
    on: "{pruner} prunes {folders}, where {objects} stands: a Cluster whose place it takes is deleted with its machines, and so is what it keeps when its own file goes.",
    "on-itself":
      "{pruner} deletes {objects}, which stands in {folders}, when it is deleted itself: the cluster goes with its machines.",
    "switch-unknown":
      "{pruner}: whether it prunes {folders}, where {objects} stands, hangs on {value}, which some tool is to put in yet.",
  },
  *judge({ objects }, say) {
    for (const pruner of prunersIn(objects)) {
      const { object, title, deletes, path, folders, deletable, kept } = pruner;
      const clusters = deletable.filter(isNkpCluster);
      if (clusters.length === 0 && !kept.some(isNkpCluster)) continue;
      const about = aboutPruner(pruner, clusters);
      const words = { pruner: title, folders, objects: objectTitles(clusters) };
      if (deletes === "nothing" || clusters.length === 0) yield say.pass(about);
      else if (deletes === "unknown")
        yield say.unknown(about, "switch-unknown", { ...words, value: String(at(object.data, ...path)) });
      else yield say.fail(about, deletes === "files" ? "on" : "on-itself", words);
    }
  },
});
