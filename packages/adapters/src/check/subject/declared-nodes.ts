import {
  type Allocatable,
  allocatableOf,
  BYTES_PER_GIB,
  type ClusterPlan,
  type MissedNode,
  type Node,
  type PlannedFleet,
  type PodGroup,
  PodsOnNodes,
  type RefusedPods,
  traitsOf,
} from "@nkp-planner/core";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { type CheckedPool, countOf } from "./checked-pool.ts";

const MILLICORES_PER_VCPU = 1000;

/** The nodes that a cluster's files give it, with its planned pods on them as kube-scheduler places them. */
export class DeclaredNodes {
  readonly nodes: readonly Node[];
  readonly #cluster: ClusterPlan;
  readonly #traits: ReturnType<typeof traitsOf>;
  /** Planned pods of today. */
  readonly #pods: readonly PodGroup[];
  readonly #placed: PodsOnNodes;
  #crowded: readonly RefusedPods[] | undefined;
  #missed: MissedNode | null | undefined;

  constructor(cluster: ClusterPlan, nodes: readonly Node[], context: PlannedFleet["context"]) {
    this.#cluster = cluster;
    this.nodes = nodes;
    this.#traits = traitsOf(context.catalog.release.kubernetesVersion);
    this.#pods = cluster.podGroups.filter(({ isReserve }) => isReserve !== true);
    this.#placed = new PodsOnNodes(nodes, this.#pods, this.#traits);
  }

  /** Planned pods of today that find no node, with the filters that refuse them. */
  get refused(): readonly RefusedPods[] {
    return this.#placed.refused;
  }

  /** Pods that find no node where growth and headroom, as the plan keeps room for them, are there too; null: it keeps none. */
  get refusedWithReserve(): readonly RefusedPods[] | null {
    const all = this.#cluster.podGroups;
    if (all.length === this.#pods.length) return null;
    this.#crowded ??= new PodsOnNodes(this.nodes, all, this.#traits).refused;
    return this.#crowded;
  }

  /** A worker whose loss leaves a pod without a node; null: none. Only where all pods run. */
  get missed(): MissedNode | null {
    const isWorker = ({ labels }: Node) => !Object.hasOwn(labels, CONTROL_PLANE_LABEL);
    if (this.#missed === undefined) this.#missed = this.#placed.missed(isWorker);
    return this.#missed;
  }

  /** A pod that finds no node while so many of one pool are away, one after the other; null: none. Only where all pods run. */
  pendingWithout({ name }: Pick<PoolShape, "name">, awayCount: number): MissedNode["refused"] | null {
    const isOwn = (node: Node) => node.name.startsWith(`${name}-`) && /^\d+$/.test(node.name.slice(name.length + 1));
    const own = [...this.nodes.keys()].filter((index) => isOwn(this.nodes[index] as Node));
    const losses = own.map((_, first) => [...own, ...own].slice(first, first + Math.min(awayCount, own.length)));
    return this.#placed.pendingAfter(losses);
  }
}

/** Which nodes are of the control plane. @see https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const CONTROL_PLANE_LABEL = "node-role.kubernetes.io/control-plane";

/**
 * The nodes of a cluster as its files have them; null where how many or how large they are is not known. Labels are
 * those of the planned pool: which of them reach nodes is a rule of its own.
 */
export function declaredNodes(
  cluster: ClusterPlan,
  pools: readonly CheckedPool[],
  context: PlannedFleet["context"],
): DeclaredNodes | null {
  const nodes: Node[] = [];
  for (const { planned, declared } of pools) {
    let zone = 0;
    for (const pool of declared) {
      const count = countOf(pool);
      const allocatable = roomOf(pool, planned.allocatablePerNode, context);
      if (count === null || allocatable === null) return null;
      const taints = planned.role === "control-plane" && pool.taints.length === 0 ? planned.taints : taintsOf(pool);
      if (pool.closed !== null) continue;
      for (let index = 0; index < count; index += 1)
        nodes.push({
          name: `${pool.name}-${index + 1}`,
          allocatable,
          zone: pool.failureDomain ?? (declared.length > 1 ? `zone-${zone + 1}` : null),
          labels: planned.labels,
          taints,
        });
      zone += 1;
    }
  }
  return new DeclaredNodes(cluster, nodes, context);
}

function taintsOf({ taints }: PoolShape): Node["taints"] {
  return taints.map(({ key, value, effect }) => ({
    key,
    ...(value === "" ? {} : { value }),
    effect: effect as Node["taints"][number]["effect"],
  }));
}

/** What pods can have of one node: as it says itself, or less what the plan has the kubelet keep. */
function roomOf(
  { allocatable, cpuMillicores, memoryBytes }: PoolShape,
  planned: Allocatable,
  context: PlannedFleet["context"],
): Allocatable | null {
  const extended = planned.extended === undefined ? {} : { extended: planned.extended };
  if (allocatable !== null) return { ...allocatable, podCount: allocatable.podCount ?? planned.podCount, ...extended };
  if (cpuMillicores === null || memoryBytes === null) return null;
  const shape = { vcpu: cpuMillicores / MILLICORES_PER_VCPU, memoryGiB: memoryBytes / BYTES_PER_GIB, diskGiB: 0 };
  return { ...allocatableOf(shape, context), ...extended };
}
