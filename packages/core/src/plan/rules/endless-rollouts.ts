import { findingOf } from "../../base/findings/finding.ts";
import { list, named } from "./figures.ts";
import { tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "endless-rollouts";

/** Deployments of which none may be missing, where one pod more finds no node at the planned count. */
export const endlessRollouts = defineClusterRule({
  id: ID,
  title: "A rollout finds room for one pod more",
  judge: ({ clusters }) =>
    clusters.flatMap((cluster) => {
      const stuck = cluster.pools.flatMap(({ stuckRollouts }) => stuckRollouts);
      if (stuck.length === 0) return [];
      const figures = { workloads: list(stuck), cluster: named(cluster.name) };
      const subject = { in: "plan", clusterName: cluster.name, ...tenantOf(cluster) } as const;
      return [findingOf(ID, "rollout-endless", { figures, subject })];
    }),
});
