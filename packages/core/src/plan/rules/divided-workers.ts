import { findingOf } from "../../base/findings/finding.ts";
import { list, named, text } from "./figures.ts";
import { tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "divided-workers";

/** Clusters whose workers the planner divided: it is the tenant who has to put its workloads there. */
export const dividedWorkers = defineClusterRule({
  id: ID,
  title: "Workers that the planner divided are told of",
  judge: ({ clusters }) =>
    clusters.flatMap((cluster) =>
      cluster.pools
        .filter(({ dividedWorkloads }) => dividedWorkloads.length > 0)
        .map(({ name, dividedWorkloads, divisionMonthlySaving: saving }) =>
          findingOf(ID, saving === null ? "workers-divided" : "workers-divided.saving", {
            figures: {
              cluster: named(cluster.name),
              pool: text(name),
              workloads: list(dividedWorkloads),
              ...(saving === null ? {} : { saving: { kind: "money", value: saving } }),
            },
            subject: { in: "plan", clusterName: cluster.name, poolName: name, ...tenantOf(cluster) },
          }),
        ),
    ),
});
