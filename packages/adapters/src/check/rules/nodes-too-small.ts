import { NO_OPTIONS } from "../../formats/options.ts";
import type { ShapePart } from "../../read/cluster-shapes/shape-places.ts";
import { defineCheckRule } from "../check-rule.ts";
import { sizeInFiles } from "../subject/node-size.ts";
import { plannedPools } from "../subject/planned-pools.ts";
import { sizeText } from "../subject/size-text.ts";

/** Nodes with less CPU or memory than the plan gives them. */
export const nodesTooSmall = defineCheckRule({
  id: "nodes-too-small",
  title: "Nodes smaller than planned",
  severity: "error",
  summary: "Holds CPU and memory of one node of each pool against the size that the plan gives it.",
  why: "The planned count of nodes holds for the planned size alone. A smaller node takes fewer pods, and the largest pods may fit on none. Of nodes that run, the size is what they report, which is less than that of their virtual machine.",
  fix: "Give the machines the planned CPU and memory, or change the fleet file so that the plan uses smaller nodes.",
  sources: ["https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/"],
  thresholds: NO_OPTIONS,
  statements: {
    "too-small": "{cluster}, pool {pool}: a node has {found}, the plan has {planned}.",
    "size-unknown":
      "{cluster}, pool {pool}: how large a node is cannot be known from the files, so that it cannot be held against the {planned} of the plan.",
  },
  *judge(checked, say) {
    for (const { cluster, planned, pool } of plannedPools(checked)) {
      const size = sizeInFiles(cluster, pool.planned, pool.planned.shape, checked);
      for (const declared of pool.declared) {
        const name = pool.declared.length === 1 ? pool.planned.name : declared.name;
        const about = (part: ShapePart) => cluster.about(part, declared, name);
        const words = { cluster: planned.name, pool: name, planned: sizeText(size) };
        const { cpuMillicores, memoryBytes } = declared;
        if (cpuMillicores === null || memoryBytes === null) yield say.unknown(about("machine"), "size-unknown", words);
        else if (cpuMillicores < size.cpuMillicores || memoryBytes < size.memoryBytes)
          yield say.fail(about(memoryBytes < size.memoryBytes ? "memory" : "cpu"), "too-small", {
            ...words,
            found: sizeText({ cpuMillicores, memoryBytes }),
          });
        else yield say.pass(about("machine"));
      }
    }
  },
});
