import { findingOf } from "../../base/findings/finding.ts";
import { workloadKey } from "../../clusters/pools/pool-division.ts";
import { evictableCount } from "../../input/rollout.ts";
import { list, named } from "./figures.ts";
import { poolSubject, tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "endless-drains";

/** Nodes that an upgrade cannot drain: a budget lets no pod go, or a pod finds no other node. */
export const endlessDrains = defineClusterRule({
  id: ID,
  title: "Every node can be drained for an upgrade",
  judge: ({ clusters }) =>
    clusters.flatMap((cluster) => {
      const kept = cluster.demand.groups.filter(
        (group) => group.kind !== "DaemonSet" && group.replicas > 0 && evictableCount(group) === 0,
      );
      const figures = { workloads: list(kept.map(workloadKey)), cluster: named(cluster.name) };
      const subject = { in: "plan", clusterName: cluster.name, ...tenantOf(cluster) } as const;
      return [
        ...(kept.length === 0 ? [] : [findingOf(ID, "drain-blocked", { figures, subject })]),
        ...cluster.pools.flatMap((pool) =>
          pool.pendingInDrain === null
            ? []
            : [
                findingOf(ID, "drain-pending", {
                  figures: {
                    workload: named(pool.pendingInDrain),
                    pool: named(pool.name),
                    cluster: named(cluster.name),
                  },
                  subject: poolSubject(cluster, pool),
                }),
              ],
        ),
      ];
    }),
});
