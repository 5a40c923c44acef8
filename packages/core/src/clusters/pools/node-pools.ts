import type { Demand } from "../../demand/demand.ts";
import type { NodeMinimum } from "../../input/catalog.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import { MAIN_POOL } from "../../input/tenant-pools.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import type { ClusterCache } from "./cluster-cache.ts";
import { kindOfWish, platformPods, poolKindOf } from "./cluster-pods.ts";
import { controlPlaneExcess, controlPlanePool } from "./control-plane-pool.ts";
import type { ClusterToSize, NodePool } from "./node-pool.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { floorOf, mostWorkersOf, type PoolToPlan, reserveOf, workerPool } from "./worker-pool.ts";

/** What is planned of a cluster: its pools and its pods. */
export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
}

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants. Pools that tenants ask for come first, each for itself: nothing else runs there. The pool for everything
 * never has fewer nodes than the documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PricedContext, cache: ClusterCache): PoolsOfCluster {
  const { blueprint, demand, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const zoneCount = zoneCountOf(context);
  const workerRole = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const isTooSmall = controlPlaneExcess(controlPlane, footprint, demand.groups, context) !== null;
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const ofControlPlane = isTooSmall ? [] : nodesOfPool(controlPlane, zoneCount);
  const kept = cache.poolsOfKind(cluster, ofControlPlane.length, () => platformPods(footprint, workerRole));
  const agents = kept.installed.filter(({ kind }) => kind === "DaemonSet");
  const daemons = demand.groups.filter(({ kind, poolName }) => kind === "DaemonSet" && poolName === null);
  const own: NodePool[] = [];
  const reserved: PodGroup[] = [];
  /** Nodes of other pools as a pool sees them: with room for agents alone. */
  const others = () => [
    ...ofControlPlane,
    ...own.flatMap((pool) => fullNodesOf(pool, [...agents, ...daemons], zoneCount)),
  ];
  const mostNodeCount = () => mostWorkersOf(context.choices) - own.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const plan = (
    pool: Omit<PoolToPlan, "mostNodeCount" | "key" | "pods">,
    all: readonly PodGroup[],
    part: Demand,
    key: string,
  ) => {
    const installed = pool.isMain ? kept.installed : agents;
    const reserve = workerRole === "workload" ? reserveOf(part, cluster.growthRatio, context) : NO_RESERVE;
    const [growth, headroom] = [reserve.growth, reserve.headroom].map((groups) =>
      pool.isMain ? groups : groups.map((group) => runningLike(group, all)),
    ) as [readonly PodGroup[], readonly PodGroup[]];
    reserved.push(...growth, ...headroom);
    const pods = { installed, groups: all, growth, headroom, otherNodes: others() };
    return workerPool(cluster, { ...pool, pods, mostNodeCount: mostNodeCount(), key }, minimum, kept, context);
  };
  for (const wish of cluster.wishes) {
    const groups = demand.groups.filter(({ poolName }) => poolName === wish.name);
    const hasPods = groups.some(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
    if (wish.name === MAIN_POOL || (!hasPods && wish.minimumNodeCount === 0)) continue;
    const kind = kindOfWish(wish);
    const key = JSON.stringify([kind, wish.shape, wish.minimumNodeCount, own.map(signatureOf)]);
    const askedNodeCount = wish.minimumNodeCount;
    own.push(
      plan(
        { kind, shape: wish.shape, floorNodeCount: 0, askedNodeCount, isMain: false },
        [...groups, ...daemons],
        partOf(groups),
        key,
      ),
    );
  }
  const wish = cluster.wishes.find(({ name }) => name === MAIN_POOL);
  const kind = wish === undefined || workerRole !== "workload" ? poolKindOf(workerRole) : kindOfWish(wish);
  const askedNodeCount = wish?.minimumNodeCount ?? 0;
  const isPlain = own.length === 0 && wish === undefined;
  const groups = own.length === 0 ? demand.groups : demand.groups.filter(({ poolName }) => poolName === null);
  const key = isPlain ? "" : JSON.stringify([kind, wish?.shape, askedNodeCount, own.map(signatureOf)]);
  const main = plan(
    {
      kind,
      shape: wish?.shape ?? null,
      floorNodeCount: floorOf(blueprint, minimum, context),
      askedNodeCount,
      isMain: true,
    },
    groups,
    own.length === 0 ? demand : partOf(groups),
    key,
  );
  return {
    pools: [controlPlane, main, ...own],
    podGroups: [...kept.installed, ...demand.groups, ...reserved],
  };
}

const NO_RESERVE = { growth: [], headroom: [] };

/** What a pool's pods ask for, for growth and headroom. */
function partOf(groups: readonly PodGroup[]): Demand {
  const counted = groups.filter(({ kind }) => kind !== "DaemonSet");
  const sum = (of: (group: PodGroup) => number) =>
    counted.reduce((total, group) => total + of(group) * group.replicas, 0);
  return {
    podCount: sum(() => 1),
    requests: {
      cpuMillicores: sum(({ requests }) => requests.cpuMillicores ?? 0),
      memoryBytes: sum(({ requests }) => requests.memoryBytes ?? 0),
      storageBytes: 0,
    },
    groups: counted,
    claims: [],
  };
}

/** Pods for growth and headroom run where those of the pool do. */
function runningLike(group: PodGroup, [first]: readonly PodGroup[]): PodGroup {
  if (first === undefined) return group;
  const { nodeSelector, tolerations, poolName } = first;
  return { ...group, nodeSelector, tolerations, poolName };
}

/** Nodes with room for the pods that run on every node, and for no other. */
function fullNodesOf(pool: NodePool, agents: readonly PodGroup[], zoneCount: number): readonly Node[] {
  const [node] = nodesOfPool({ ...pool, nodeCount: 1 }, zoneCount);
  const podCount = node === undefined ? 0 : agents.filter((group) => isAdmitted(group, node)).length;
  return nodesOfPool({ ...pool, allocatablePerNode: { ...pool.allocatablePerNode, podCount } }, zoneCount);
}

function signatureOf({ name, labels, taints, shape, nodeCount }: NodePool): object {
  return { name, labels, taints, shape, nodeCount };
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PricedContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}
