import { findingOf } from "../../base/findings/finding.ts";
import { mostWorkersOf } from "../../clusters/pools/worker-pool.ts";
import { count, named, text } from "./figures.ts";
import { poolSubject } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "node-losses";

/** Pools that do not survive the loss that the plan is to survive, or that cannot be as large as they should. */
export const nodeLosses = defineClusterRule({
  id: ID,
  title: "Every pod finds a node again after a loss, within what a cluster may have",
  judge: ({ clusters, context: { choices } }) =>
    clusters.flatMap((cluster) =>
      cluster.pools.flatMap((pool) => {
        const { limited, unplaced, survivesLoss } = pool;
        if (limited === null && (unplaced.length > 0 || survivesLoss)) return [];
        const figures = {
          cluster: named(cluster.name),
          pool: named(pool.name),
          loss: text(pool.lossSurvived.title),
          most: count(mostWorkersOf(choices), "workers"),
          count: count(pool.nodeCount, "workers"),
        };
        const subject = poolSubject(cluster, pool);
        if (limited === "floor") return [findingOf(ID, "cluster-too-large.floor", { figures, subject })];
        if (limited === "asked") return [findingOf(ID, "cluster-too-large.asked", { figures, subject })];
        if (limited === "effort") return [findingOf(ID, "cluster-too-large.effort", { figures, subject })];
        if (unplaced.length > 0 || survivesLoss) return [];
        const key = limited === "loss" ? "cluster-too-large.loss" : "loss-not-survived";
        return [findingOf(ID, key, { figures, subject })];
      }),
    ),
});
