import { findingOf } from "../../base/findings/finding.ts";
import { admittingNodeCount } from "../../clusters/pools/nodes-alike.ts";
import { alikeInPool, zoneCountOf } from "../../clusters/pools/pool-nodes.ts";
import { named } from "./figures.ts";
import { tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "idle-daemonsets";

/** DaemonSets of tenants that no node of the cluster may run: allowed, and hardly meant. */
export const idleDaemonsets = defineClusterRule({
  id: ID,
  title: "A DaemonSet runs on at least one node",
  judge: ({ clusters, context }) =>
    clusters.flatMap((cluster) => {
      const daemons = cluster.demand.groups.filter(({ kind }) => kind === "DaemonSet");
      if (daemons.length === 0) return []; // the nodes are not made for nothing
      const nodes = cluster.pools.flatMap((pool) => alikeInPool(pool, zoneCountOf(context)));
      return daemons
        .filter((group) => admittingNodeCount(group, nodes) === 0)
        .map((group) =>
          findingOf(ID, "daemonset-nowhere", {
            figures: { pods: named(group.name), cluster: named(cluster.name) },
            subject: { in: "plan", clusterName: cluster.name, ...tenantOf(cluster) },
          }),
        );
    }),
});
