import type { ClusterToEmit, NodeToEmit } from "@nkp-planner/adapters";
import {
  type ClusterPlan,
  type FleetPlan,
  type NodePool,
  type PlanInput,
  type PodGroup,
  podGroup,
} from "@nkp-planner/core";

const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
const CONTROL_PLANE_TAINT = { key: CONTROL_PLANE, effect: "NoSchedule" } as const;

/** Nodes and pods of a plan's clusters, from its pools, its footprint and its tenants' workloads. */
export function plannedClusters({ clusters, context }: FleetPlan, { tenants }: PlanInput): readonly ClusterToEmit[] {
  const podCount = context.choices.numberOf("pods-per-node");
  return clusters.map((cluster) => ({
    name: cluster.name,
    schedulerNodes: cluster.pools.flatMap((pool) => nodesOf(cluster.name, pool, podCount)),
    podGroups: [
      ...platformGroups(cluster),
      ...tenants.filter(({ id }) => cluster.tenantIds.includes(id)).flatMap(tenantGroups),
    ],
  }));
}

function nodesOf(cluster: string, pool: NodePool, podCount: number): readonly NodeToEmit[] {
  const { role, nodeCount, capacity, reserved } = pool;
  const cpuMillicores = capacity.cpuMillicores / nodeCount;
  const memoryBytes = capacity.memoryBytes / nodeCount;
  const isControlPlane = role === "control-plane";
  return Array.from({ length: nodeCount }, (_, index) => ({
    name: `${cluster}-${role}-${index + 1}`,
    zone: null,
    labels: isControlPlane ? { [CONTROL_PLANE]: "" } : {},
    taints: isControlPlane ? [CONTROL_PLANE_TAINT] : [],
    capacity: { cpuMillicores, memoryBytes, podCount },
    allocatable: {
      cpuMillicores: cpuMillicores - reserved.cpuMillicores / nodeCount,
      memoryBytes: memoryBytes - reserved.memoryBytes / nodeCount,
      podCount,
    },
  }));
}

function platformGroups({ footprint }: ClusterPlan): readonly PodGroup[] {
  return footprint
    .filter(({ count }) => count !== 0)
    .map(({ application, component, placement, count, requestsEach }) => {
      const name = application === null ? component : `${application}/${component}`;
      const requests = { cpuMillicores: requestsEach.cpuMillicores, memoryBytes: requestsEach.memoryBytes };
      if (placement === "workers") return podGroup({ name, replicas: count ?? 1, requests });
      return podGroup({
        name,
        kind: "DaemonSet",
        requests,
        tolerations: [{ operator: "Exists" }],
        nodeSelector: placement === "control-plane" ? { [CONTROL_PLANE]: "" } : {},
      });
    });
}

function tenantGroups({ id, demand }: PlanInput["tenants"][number]): readonly PodGroup[] {
  // Where only totals are known, no single pod is.
  if ("podCount" in demand) return [];
  return demand.map(({ name, replicas, requestsPerReplica: { cpuMillicores, memoryBytes } }) =>
    podGroup({ name: `${id}/${name}`, replicas, requests: { cpuMillicores, memoryBytes } }),
  );
}
