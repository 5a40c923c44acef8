import { choiceOf, refusalText } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked, CheckedCluster } from "../subject/checked.ts";
import { shortPool } from "../subject/short-pool.ts";

/** Clusters that lose a pod with a worker, though the plan is to survive that. */
export const noRoomForLoss = defineCheckRule({
  id: "no-room-for-loss",
  title: "No room after the loss of a worker",
  severity: "error",
  summary: "Takes away one declared worker after the other, and places its pods again as kube-scheduler would.",
  why: "The plan is to survive the loss of a node. Where its pods find no other, they stay pending until the node is replaced.",
  fix: "Give the pool one more node, or choose by loss-survived that no loss is to be survived.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/"],
  followsFrom: ["too-few-nodes"],
  thresholds: NO_OPTIONS,
  statements: {
    lost: "{cluster}: after the loss of node {node} a pod of {workload} finds no other: {refusals}",
  },
  *judge(checked, say) {
    for (const cluster of checked.clusters) {
      const { planned, nodes } = cluster;
      // Pods that wait without any loss are said by another rule, and so are nodes of which nothing is known.
      if (planned === null || nodes === null || nodes.refused.length > 0 || !isToSurvive(cluster, checked)) continue;
      const about = cluster.about("count", shortPool(cluster), undefined);
      const { missed } = nodes;
      if (missed === null) yield say.pass(about);
      else
        yield say.fail(about, "lost", {
          ...{ cluster: planned.name, node: missed.nodeName, workload: missed.refused.group.name },
          refusals: refusalText(missed.refused.refusals, missed.refused.nodeCount),
        });
    }
  },
});

/** Where pools are held to losses of their own, or the plan itself survives none, one answer for the cluster says nothing. */
function isToSurvive({ planned }: CheckedCluster, { plan }: Checked): boolean {
  const tenantIds = planned?.tenantIds ?? [];
  const hasOwn = plan.input.tenants.some(
    ({ id, pools }) => tenantIds.includes(id) && pools.some(({ settings }) => Object.hasOwn(settings, "loss-survived")),
  );
  const survives = planned?.pools.every(({ survivesLoss }) => survivesLoss) ?? false;
  return survives && !hasOwn && choiceOf(plan.context.choices, "loss-survived").value !== 0;
}
