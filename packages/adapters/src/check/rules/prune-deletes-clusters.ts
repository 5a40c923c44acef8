import { NO_OPTIONS } from "../../formats/options.ts";
import { at } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import { objectTitles } from "../subject/object-titles.ts";
import { aboutPruner, isNkpCluster } from "../subject/pruned-clusters.ts";
import { prunersIn } from "../subject/pruners.ts";
import { declaresMachines } from "../subject/unresolved.ts";

/** Clusters that go where their files go. */
export const pruneDeletesClusters = defineCheckRule({
  id: "prune-deletes-clusters",
  title: "Pruning that deletes clusters",
  severity: "error",
  summary:
    "Looks at what each Kustomization of Flux and each Application of Argo CD applies, and whether it deletes a cluster, a control plane or a pool whose file has gone. An NKPCluster has a rule of its own.",
  why: "With pruning on, a file that is deleted, moved or renamed deletes the object in the management cluster, and with a cluster all its machines and volumes of a customer.",
  fix: "Set prune: false where clusters are applied, or keep the object: kustomize.toolkit.fluxcd.io/prune: disabled with Flux, argocd.argoproj.io/sync-options: Prune=false with Argo CD. Where the folder is not among the files, add it to the paths.",
  sources: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#prune",
    "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    pruned: "{pruner} deletes {objects} when the file goes from {folders}.",
    "deleted-with": "{pruner} deletes {objects}, which stand in {folders}, when it is deleted itself.",
    "folder-unknown":
      "{pruner} deletes what goes from {folders}, and whether clusters stand there is not known: not all of it is among the files to check.",
    "switch-unknown":
      "{pruner}: whether it deletes what goes from {folders} hangs on {value}, which some tool is to put in yet.",
  },
  *judge({ objects }, say) {
    for (const pruner of prunersIn(objects)) {
      const { object, title, deletes, path, folders, deletable, isWhole } = pruner;
      const clusters = deletable.filter((one) => declaresMachines(one) && !isTemplate(one) && !isNkpCluster(one));
      const about = aboutPruner(pruner, clusters);
      const words = { pruner: title, folders, objects: objectTitles(clusters) };
      if (deletes === "nothing") yield say.pass(about);
      else if (deletes === "unknown" && (clusters.length > 0 || !isWhole))
        yield say.unknown(about, "switch-unknown", { ...words, value: String(at(object.data, ...path)) });
      else if (clusters.length > 0) yield say.fail(about, deletes === "files" ? "pruned" : "deleted-with", words);
      else if (!isWhole) yield say.unknown(about, "folder-unknown", words);
      else yield say.pass(about);
    }
  },
});

/** Machines that run do not go with what they were made from. */
function isTemplate({ kind }: { readonly kind: string }): boolean {
  return kind.endsWith("Template");
}
