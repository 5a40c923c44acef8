import { extendedText } from "../../base/extended-resources.ts";
import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { FindingKey } from "../../base/findings/finding-texts.ts";
import type { PlanPart } from "../../base/findings/subject.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { Unplaced } from "../../clusters/pools/hopeless-pods.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import { mostWorkersOf } from "../../clusters/pools/worker-pool.ts";
import type { PodRequests } from "../../input/pod-group.ts";
import { count, named, sizeFigures, text } from "./figures.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "pods-without-node";

/** Pods that never run, whatever the number of nodes. */
export const podsWithoutNode = defineClusterRule({
  id: ID,
  title: "Every pod finds a node",
  judge: ({ clusters, context }) =>
    clusters.flatMap((cluster) =>
      cluster.pools.flatMap((pool) =>
        pool.unplaced.map((one) => findingFor(one, cluster, pool, mostWorkersOf(context.choices))),
      ),
    ),
});

const KEYS: Readonly<Partial<Record<Unplaced["refusal"], FindingKey>>> = {
  "larger-than-node": "pod-larger-than-node",
  "too-many-nodes": "cluster-too-large",
  "selector-or-taint": "pods-pending.selector",
  spread: "pods-pending.spread",
  affinity: "pods-pending.affinity",
  "extended-resource": "pods-pending.extended",
  pods: "pods-pending.slots",
};

function findingFor(
  { group, refusal }: Unplaced,
  cluster: ClusterPlan,
  pool: NodePool,
  mostWorkerCount: number,
): Finding {
  const { shape, allocatablePerNode } = pool;
  return findingOf(ID, KEYS[refusal] ?? "pods-pending", {
    figures: {
      pods: named(group.name),
      cluster: named(cluster.name),
      replicas: count(group.replicas, refusal === "spread" ? "pods" : undefined),
      ...sizeFigures(group.requests),
      nodeCpu: count(shape.vcpu, "vCPU"),
      nodeMemory: count(shape.memoryGiB, "GiB"),
      extended: text(extendedText(group.requests)),
      reason: text(insufficient(group.requests, allocatablePerNode)),
      slots: count(allocatablePerNode.podCount, "pods"),
      most: count(mostWorkerCount, "workers"),
    },
    subject: poolSubject(cluster, pool),
  });
}

/** As the scheduler says it of the pods. */
function insufficient({ extended = {} }: PodRequests, node: NodePool["allocatablePerNode"]): string {
  const names = Object.keys(extended);
  const lacking = names.filter((name) => (extended[name] ?? 0) > (node.extended?.[name] ?? 0));
  return (lacking.length === 0 ? names : lacking).map((name) => `Insufficient ${name}`).join(", ");
}

/** A pool that a finding is about. */
export function poolSubject(cluster: ClusterPlan, { name, role }: NodePool): PlanPart {
  const named = name === role ? {} : { poolName: name };
  return { in: "plan", clusterName: cluster.name, poolRole: role, ...named, ...tenantOf(cluster) };
}

/** Whom a finding about a cluster concerns, where it is one. */
export function tenantOf({ tenantIds: [tenantId] }: Pick<ClusterPlan, "tenantIds">): { readonly tenantId?: string } {
  return tenantId === undefined ? {} : { tenantId };
}
