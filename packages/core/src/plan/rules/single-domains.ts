import { findingOf } from "../../base/findings/finding.ts";
import { groupedBy } from "../../base/grouped.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { nodesOfPool, zoneCountOf } from "../../clusters/pools/pool-nodes.ts";
import type { Topology } from "../../input/affinity.ts";
import { podGroup } from "../../input/pod-group.ts";
import type { Workload } from "../../input/workload.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import { list, named } from "./figures.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "single-domains";

/** Pods that are to be spread over nodes or zones of which they may run on one only. That there are no zones, the inputs tell. */
export const singleDomains = defineClusterRule({
  id: ID,
  title: "Pods that are to be spread may run on more than one node and zone",
  judge: ({ clusters, input: { tenants }, context }) => {
    const wishing = tenants.flatMap((tenant) => {
      if ("podCount" in tenant.demand) return [];
      const workloads = tenant.demand.filter(({ topologySpread }) => topologySpread.length > 0);
      return workloads.length === 0 ? [] : { tenant, workloads };
    });
    const homes = new Map(clusters.flatMap(({ name, tenantIds }) => tenantIds.map((id) => [id, name] as const)));
    const spreadIn = groupedBy(wishing, ({ tenant }) => homes.get(tenant.id));
    return clusters.flatMap((cluster) => {
      const spread = spreadIn.get(cluster.name) ?? [];
      if (spread.length === 0) return []; // the nodes are not made for nothing
      const nodes = fewNodes(cluster, zoneCountOf(context));
      return spread.flatMap(({ tenant, workloads }) => {
        const names = workloads.filter((one) => isOnOne(one, nodes)).map(({ name }) => name);
        if (names.length === 0) return [];
        const figures = { tenant: named(tenant.name), workloads: list(names), cluster: named(cluster.name) };
        const subject = { in: "plan", clusterName: cluster.name, tenantId: tenant.id } as const;
        return [findingOf(ID, "wish-void.single", { figures, subject })];
      });
    });
  },
});

/** As many nodes of each pool as there are zones, and two: more have no zone that these have not. */
function fewNodes({ pools }: ClusterPlan, zoneCount: number): readonly Node[] {
  return pools.flatMap((pool) =>
    nodesOfPool({ ...pool, nodeCount: Math.min(pool.nodeCount, Math.max(2, zoneCount)) }, zoneCount),
  );
}

function isOnOne(
  { name, kind, replicas, nodeSelector, tolerations, topologySpread }: Workload,
  nodes: readonly Node[],
) {
  if (kind === "DaemonSet" || replicas < 2) return false;
  const own = nodes.filter((node) => isAdmitted(podGroup({ name, nodeSelector, tolerations }), node));
  const domains = (over: Topology) => new Set(own.map((node) => (over === "zone" ? node.zone : node.name)));
  return topologySpread.some(({ over }) => {
    const [first, ...others] = domains(over);
    return first !== undefined && first !== null && others.length === 0;
  });
}
