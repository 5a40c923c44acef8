import { refusalText } from "@nkp-planner/core";
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
    pending: "{cluster}: {pods} of {workload} would stay pending: {refusals}",
    "nodes-unknown":
      "{cluster}: how many nodes there are, or how large, is not said, so that nobody can say which pods run.",
  },
  *judge({ clusters }, say) {
    for (const cluster of clusters) {
      const { planned, nodes } = cluster;
      if (planned === null) continue;
      const [first] = cluster.pools.flatMap(({ declared }) => declared);
      const about = cluster.about("count", first, undefined);
      if (nodes === null) yield say.unknown(about, "nodes-unknown", { cluster: planned.name });
      else if (nodes.refused.length === 0) yield say.pass(about);
      else
        for (const { group, podCount, nodeCount, refusals } of nodes.refused)
          yield say.fail({ ...about, what: `${about.what}, ${group.name}` }, "pending", {
            cluster: planned.name,
            workload: group.name,
            pods: podCount === 1 ? "1 pod" : `${podCount} pods`,
            refusals: refusalText(refusals, nodeCount),
          });
    }
  },
});
