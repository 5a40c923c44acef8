import { type ExtendedResources, withExtended } from "../../base/extended-resources.ts";
import { addResources, NOTHING, type Resources } from "../../base/units.ts";
import type { FootprintLine } from "../../demand/footprint.ts";
import { type PodGroup, podGroup, type Taint } from "../../input/pod-group.ts";
import { DEDICATED_TAINT, labelsOfPool, POOL_LABEL, type TenantPool, taintsOfPool } from "../../input/tenant-pools.ts";
import type { PoolRole } from "../../models/operating-model.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import type { PoolKind } from "./node-pool.ts";
import { admittingNodeCount, type NodesAlike } from "./nodes-alike.ts";

/** Where control plane nodes carry a label and a taint of kubeadm's. @see https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const CONTROL_PLANE_KEY = "node-role.kubernetes.io/control-plane";
/** No rule of a tenant's pods speaks of the platform's, whatever they are called. */
const PLATFORM_NAMESPACE = "platform";

/** Labels of a pool's nodes. */
function labelsOf(role: PoolRole): Readonly<Record<string, string>> {
  return role === "control-plane" ? { [CONTROL_PLANE_KEY]: "" } : { [POOL_LABEL]: role };
}

/** Taints of a pool's nodes: only workload pools are open to everybody. */
function taintsOf(role: PoolRole): readonly Taint[] {
  if (role === "control-plane") return [{ key: CONTROL_PLANE_KEY, effect: "NoSchedule" }];
  return role === "platform" ? [{ key: DEDICATED_TAINT, value: role, effect: "NoSchedule" }] : [];
}

/** The pool that every cluster has of a role. */
export function poolKindOf(role: PoolRole): PoolKind {
  return { name: role, role, labels: labelsOf(role), taints: taintsOf(role) };
}

/** A pool that a tenant asks for; of the one for everything, with the labels that it asks for. */
export function kindOfWish(wish: TenantPool): PoolKind {
  return { name: wish.name, role: "workload", labels: labelsOfPool(wish), taints: taintsOfPool(wish) };
}

/** A footprint as pods: agents on every node, static pods on the control plane, everything else on the given workers. */
export function platformPods(footprint: readonly FootprintLine[], workers: PoolRole): readonly PodGroup[] {
  return footprint.filter(({ count }) => count !== 0).map((line) => groupOf(line, workers));
}

function groupOf(line: FootprintLine, workers: PoolRole): PodGroup {
  const { application, component, placement, count, requestsEach, priority } = line;
  const draft = {
    name: application === null ? component : `${application}/${component}`,
    namespace: PLATFORM_NAMESPACE,
    priority,
    // Zero in the manifests' readings is a request not stated.
    requests: {
      cpuMillicores: requestsEach.cpuMillicores || null,
      memoryBytes: requestsEach.memoryBytes || null,
    },
  };
  if (placement === "workers") {
    return podGroup({
      ...draft,
      kind: line.kind === "StatefulSet" ? "StatefulSet" : "Deployment",
      replicas: count ?? 1,
      ...(workers === "platform" ? { nodeSelector: labelsOf(workers), tolerations: tolerationsFor(workers) } : {}),
    });
  }
  const onControlPlane = placement === "control-plane" ? { nodeSelector: labelsOf("control-plane") } : {};
  return podGroup({ ...draft, kind: "DaemonSet", tolerations: [{ operator: "Exists" }], ...onControlPlane });
}

function tolerationsFor(role: PoolRole): PodGroup["tolerations"] {
  return taintsOf(role).map(({ key, value, effect }) => ({ key, operator: "Equal", value, effect }));
}

/**
 * What tenants' pods ask of a pool's nodes: DaemonSets once on every node that they may run on, other pods all of them,
 * but for those that may run on the cluster's other nodes only.
 */
export function tenantRequestsOn(
  groups: readonly PodGroup[],
  nodes: readonly NodesAlike[],
  otherNodes: readonly Node[],
): Pick<Resources, "cpuMillicores" | "memoryBytes"> & { readonly extended?: ExtendedResources } {
  let [cpuMillicores, memoryBytes] = [0, 0];
  const pieces: [name: string, quantity: number][] = [];
  for (const group of groups) {
    const hereCount = admittingNodeCount(group, nodes);
    const isElsewhere = hereCount === 0 && otherNodes.some((node) => isAdmitted(group, node));
    const count = group.kind === "DaemonSet" ? hereCount : isElsewhere ? 0 : group.replicas;
    cpuMillicores += (group.requests.cpuMillicores ?? 0) * count;
    memoryBytes += (group.requests.memoryBytes ?? 0) * count;
    for (const [name, each] of Object.entries(group.requests.extended ?? {})) pieces.push([name, each * count]);
  }
  return { cpuMillicores, memoryBytes, ...withExtended(pieces) };
}

/** What of some groups' DaemonSets runs on a node. */
export function daemonRequestsOn(groups: readonly PodGroup[], node: Node): Resources {
  const here = groups.filter((group) => group.kind === "DaemonSet" && isAdmitted(group, node));
  return here
    .map(({ requests }) => ({
      cpuMillicores: requests.cpuMillicores ?? 0,
      memoryBytes: requests.memoryBytes ?? 0,
      storageBytes: 0,
    }))
    .reduce(addResources, NOTHING);
}
