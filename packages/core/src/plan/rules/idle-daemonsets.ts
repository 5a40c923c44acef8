import { findingOf } from "../../base/findings/finding.ts";
import { nodesOfPool, zoneCountOf } from "../../clusters/pools/pool-nodes.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
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
      if (daemons.length === 0) return []; // a plan that cannot run may ask for a million nodes
      const nodes = cluster.pools.flatMap((pool) => nodesOfPool(pool, zoneCountOf(context)));
      return daemons
        .filter((group) => !nodes.some((node) => isAdmitted(group, node)))
        .map((group) =>
          findingOf(ID, "daemonset-nowhere", {
            figures: { pods: named(group.name), cluster: named(cluster.name) },
            subject: { in: "plan", clusterName: cluster.name, ...tenantOf(cluster) },
          }),
        );
    }),
});
