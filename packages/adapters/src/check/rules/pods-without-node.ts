import { type RefusedPods, refusalText } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";

/** Planned pods that the declared nodes do not take. */
export const podsWithoutNode = defineCheckRule({
  id: "pods-without-node",
  title: "Pods that would stay pending",
  severity: "error",
  summary:
    "Places every planned pod on the declared nodes as kube-scheduler would, and names the filter that refuses it.",
  why: "A pod that no node takes stays pending, whatever the sums of requests and of nodes are: taints, spreading and the size of the largest pod count as well.",
  fix: "Give the pool more or larger nodes, or mend the taint or label that the message names.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/"],
  thresholds: NO_OPTIONS,
  statements: {
    pending: "{cluster}: {pods} would stay pending ({workloads}): {refusals}",
    "nodes-unknown":
      "{cluster}: how many nodes there are, or how large, is not said, so that nobody can say which pods run.",
  },
  *judge({ clusters }, say) {
    for (const cluster of clusters) {
      const { planned, nodes } = cluster;
      if (planned === null) continue;
      const about = cluster.about("count", cluster.pools.flatMap(({ declared }) => declared)[0], undefined);
      if (nodes === null) yield say.unknown(about, "nodes-unknown", { cluster: planned.name });
      else if (nodes.refused.length === 0) yield say.pass(about);
      else
        for (const [refusals, refused] of alike(nodes.refused))
          yield say.fail(about, "pending", {
            cluster: planned.name,
            workloads: firstOf(refused.map(({ group }) => group.name)),
            pods: podsText(refused.reduce((sum, { podCount }) => sum + podCount, 0)),
            refusals,
          });
    }
  },
});

/** Pods that are refused by the same sentence are one finding: what is to be mended is the same. */
function alike(refused: readonly RefusedPods[]): ReadonlyMap<string, readonly RefusedPods[]> {
  const bySentence = new Map<string, RefusedPods[]>();
  for (const one of refused) {
    const sentence = refusalText(one.refusals, one.nodeCount);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), one]);
  }
  return bySentence;
}

function podsText(count: number): string {
  return count === 1 ? "1 pod" : `${count} pods`;
}

const MOST_NAMED = 3;

function firstOf(names: readonly string[]): readonly string[] {
  const more = names.length - MOST_NAMED;
  return more <= 0 ? names : [...names.slice(0, MOST_NAMED), more === 1 ? "1 more workload" : `${more} more workloads`];
}
