import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { declaresMachines, unresolvedIn } from "../subject/unresolved.ts";

/** Values of clusters that some tool is to put in yet. */
export const unresolvedValue = defineCheckRule({
  id: "unresolved-value",
  title: "A value that some tool is to put in yet",
  severity: "error",
  summary:
    "Looks in every object that declares a cluster or its machines for \u0024{NAME}, {{ NAME }} and $(NAME), commands for machines left alone.",
  why: "What stands in the cluster in the end is not what stands in the file, so that nobody can say whether it follows the plan. It is not known, which is not the same as right.",
  fix: "Check what the tool makes of the file, such as flux build, kustomize build or clusterctl generate cluster, or write the value itself.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { unresolved: "{object}: {path} is {value}, which some tool is to put in yet." },
  *judge({ objects }, say) {
    for (const object of objects) {
      if (!declaresMachines(object)) continue;
      const found = unresolvedIn(object);
      if (found.length === 0) yield say.pass(object.about());
      for (const { path, value } of found) {
        const words = { object: `${object.kind} ${object.name}`, path: path.join("."), value };
        yield say.unknown(object.about(path, words.path), "unresolved", words);
      }
    }
  },
});
