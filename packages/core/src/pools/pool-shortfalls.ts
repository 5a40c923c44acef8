import type { PlanningContext } from "../context.ts";
import { type FootprintLine, requestsPlaced } from "../footprint.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import { choiceOf } from "../parameters.ts";
import { isAdmitted } from "../scheduling/bounds.ts";
import type { Allocatable, Node } from "../scheduling/node.ts";
import type { PodGroup } from "../scheduling/pod-group.ts";
import type { Shortfall } from "../shortfalls.ts";
import { addResources, BYTES_PER_GIB, BYTES_PER_MIB, gibOf, vcpuOf } from "../units.ts";
import { daemonRequestsOn } from "./cluster-pods.ts";
import type { Unplaced } from "./hopeless-pods.ts";
import type { NodePool } from "./node-pool.ts";
import type { PoolSizing } from "./pool-sizing.ts";
import { mostWorkersOf } from "./worker-pool.ts";

/** Control plane pods that do not fit on a node of the control plane. */
export function controlPlaneShortfalls(
  blueprint: ClusterBlueprint,
  { allocatablePerNode }: NodePool,
  footprint: readonly FootprintLine[],
  tenants: readonly PodGroup[],
  node: Node,
): readonly Shortfall[] {
  const platform = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  const guests = tenants.filter((group) => group.kind === "DaemonSet" && isAdmitted(group, node));
  const perNode = addResources(platform, daemonRequestsOn(guests, node));
  if (
    perNode.cpuMillicores <= allocatablePerNode.cpuMillicores &&
    perNode.memoryBytes <= allocatablePerNode.memoryBytes
  ) {
    return [];
  }
  const statement = `A control plane node of ${blueprint.name} has ${sizeText(allocatablePerNode)} for pods; its own pods${guests.length === 0 ? "" : ` and ${guests.map(({ name }) => name).join(", ")}`} ask for ${sizeText(perNode)}.`;
  return [
    {
      code: "control-plane-too-small",
      severity: "infeasible",
      clusterName: blueprint.name,
      tenantId: guests.length === 0 ? null : (blueprint.tenantIds[0] ?? null),
      statement,
    },
  ];
}

/** DaemonSets of tenants that no node of the cluster may run: allowed, and hardly meant. */
export function idleDaemonShortfalls(
  blueprint: ClusterBlueprint,
  tenants: readonly PodGroup[],
  nodes: readonly Node[],
): readonly Shortfall[] {
  return tenants
    .filter((group) => group.kind === "DaemonSet" && !nodes.some((node) => isAdmitted(group, node)))
    .map((group) => ({
      code: "pods-pending",
      severity: "unmet-wish",
      clusterName: blueprint.name,
      tenantId: blueprint.tenantIds[0] ?? null,
      statement: `${group.name} on ${blueprint.name} runs on no node: its nodeSelector or tolerations match none.`,
    }));
}

/** What a worker pool cannot give: pods that never run, and a loss that it does not survive. */
export function workerShortfalls(
  blueprint: ClusterBlueprint,
  pool: NodePool,
  { unplaced, survivesLoss, limited }: PoolSizing,
  { choices }: PlanningContext,
): readonly Shortfall[] {
  const tenantId = blueprint.tenantIds[0] ?? null;
  const base = { severity: "infeasible", clusterName: blueprint.name, tenantId } as const;
  const most = mostWorkersOf(choices);
  const left = unplaced.map((one) => ({
    ...base,
    code: CODES[one.refusal] ?? ("pods-pending" as const),
    statement: statementOf(one, blueprint, pool, most),
  }));
  if (limited === "floor") {
    const statement = `The documented minimum asks for ${pool.nodeCount} workers on ${blueprint.name}, of which a cluster may have ${most}.`;
    return [...left, { ...base, code: "cluster-too-large", statement }];
  }
  if (left.length > 0 || survivesLoss) return left;
  const what = choiceOf(choices, "loss-survived").title;
  if (limited === "loss") {
    const statement = `${blueprint.name} needs more than the ${most} workers that a cluster may have to place every pod again after the loss of ${what}.`;
    return [{ ...base, code: "cluster-too-large", statement }];
  }
  const statement = `No number of nodes on ${blueprint.name} places every pod again after the loss of ${what}: its pods are kept apart or spread too strictly, or there are too few zones.`;
  return [{ ...base, code: "loss-not-survived", statement }];
}

const CODES: Readonly<Partial<Record<Unplaced["refusal"], Shortfall["code"]>>> = {
  "larger-than-node": "pod-larger-than-node",
  "too-many-nodes": "cluster-too-large",
};

function statementOf(
  { group, refusal }: Unplaced,
  { name }: ClusterBlueprint,
  { shape, allocatablePerNode }: NodePool,
  mostWorkerCount: number,
): string {
  const asks = sizeText({
    cpuMillicores: group.requests.cpuMillicores ?? 0,
    memoryBytes: group.requests.memoryBytes ?? 0,
  });
  const node = `${shape.vcpu} vCPU and ${shape.memoryGiB} GiB`;
  switch (refusal) {
    case "larger-than-node":
      return `${group.name} on ${name} asks for ${asks} a pod, more than a node of ${node} has left for it; give the pool a larger node shape.`;
    case "too-many-nodes":
      return `${name} needs more than the ${mostWorkerCount} workers that a cluster may have; ${group.name} asks for most of them (${group.replicas} × ${asks}). Give the pool a larger node shape, or split the tenant.`;
    case "selector-or-taint":
      return `${group.name} on ${name} selects nodes that the cluster does not have, or tolerates none of its taints; change its nodeSelector or tolerations.`;
    case "spread":
      return `${group.name} on ${name} asks its ${group.replicas} pods to be kept apart or spread further than there are nodes or zones; allow a larger skew, or plan with more zones.`;
    case "pods":
      return `${group.name} on ${name} finds no room: a node takes ${allocatablePerNode.podCount} pods.`;
    default:
      return `${group.name} on ${name} finds no room for ${asks} a pod beside the others on nodes of ${node}, however many there are; give the pool a larger node shape.`;
  }
}

function sizeText({ cpuMillicores, memoryBytes }: Pick<Allocatable, "cpuMillicores" | "memoryBytes">): string {
  const memory =
    memoryBytes < BYTES_PER_GIB
      ? `${Math.round(memoryBytes / BYTES_PER_MIB)} MiB`
      : `${Number(gibOf(memoryBytes).toFixed(2))} GiB`;
  return `${vcpuOf(cpuMillicores)} vCPU and ${memory}`;
}
