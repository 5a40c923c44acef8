import { type Demand, demandOfPods } from "../../demand/demand.ts";
import type { NodeMinimum } from "../../input/catalog.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { TenantPool } from "../../input/tenant-pools.ts";
import type { PoolRole } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import type { PoolsOfKind } from "./cluster-cache.ts";
import { kindOfWish, poolKindOf } from "./cluster-pods.ts";
import type { ClusterToSize, NodePool } from "./node-pool.ts";
import { contextOfPool } from "./pool-choices.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";
import { floorOf, mostWorkersOf, type PoolToPlan, reserveOf, workerPool } from "./worker-pool.ts";

/** What the worker pools of a cluster stand beside. */
interface PoolsGround {
  readonly minimum: NodeMinimum;
  readonly kept: PoolsOfKind;
  readonly otherNodes: readonly Node[];
  /** Whether growth and headroom are held: in clusters that tenants use. */
  readonly hasReserve: boolean;
}

type PoolInTurn = Pick<PoolToPlan, "kind" | "shape" | "askedNodeCount" | "floorNodeCount" | "isMain"> &
  Pick<TenantPool, "settings">;

/** Plans the worker pools of a cluster one after the other: each sees the nodes of those before it. */
export class PoolsInTurn {
  /** Pools of tenants' own, so far. */
  readonly own: NodePool[] = [];
  /** Pods that stand for growth and headroom, of all pools so far. */
  readonly reserved: PodGroup[] = [];
  readonly #cluster: ClusterToSize;
  readonly #ground: PoolsGround;
  readonly #context: PricedContext;
  /** Of tenants, in whatever pool bears them. */
  readonly #daemons: readonly PodGroup[];

  constructor(cluster: ClusterToSize, ground: PoolsGround, context: PricedContext) {
    this.#cluster = cluster;
    this.#ground = ground;
    this.#context = context;
    this.#daemons = cluster.demand.groups.filter(({ kind, poolName }) => kind === "DaemonSet" && poolName === null);
  }

  /** A pool that a tenant asks for; none where nothing runs in it and no nodes are asked for. */
  planOwn(wish: TenantPool): void {
    const groups = this.#cluster.demand.groups.filter(({ poolName }) => poolName === wish.name);
    const hasPods = groups.some(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
    if (!hasPods && wish.minimumNodeCount === 0) return;
    const { shape, minimumNodeCount: askedNodeCount, settings } = wish;
    const pool = { kind: kindOfWish(wish), shape, askedNodeCount, floorNodeCount: 0, isMain: false, settings };
    this.own.push(this.#plan(pool, [...groups, ...this.#daemons], demandOfPods(groups), this.#keyOf(pool)));
  }

  /** The pool for everything else, last. @param wish what a tenant asks of it */
  planMain(role: PoolRole, wish: TenantPool | undefined): NodePool {
    const { blueprint, demand } = this.#cluster;
    const pool = {
      kind: wish === undefined || role !== "workload" ? poolKindOf(role) : kindOfWish(wish),
      shape: wish?.shape ?? null,
      askedNodeCount: wish?.minimumNodeCount ?? 0,
      floorNodeCount: floorOf(blueprint, this.#ground.minimum, this.#context),
      isMain: true,
      settings: wish?.settings ?? {},
    };
    if (this.own.length === 0) {
      return this.#plan(pool, demand.groups, demand, wish === undefined ? "" : this.#keyOf(pool));
    }
    const groups = demand.groups.filter(({ poolName }) => poolName === null);
    return this.#plan(pool, groups, demandOfPods(groups), this.#keyOf(pool));
  }

  /** What sets a pool apart from that of another cluster of the kind, the nodes beside it included. */
  #keyOf({ kind, shape, askedNodeCount, settings }: PoolInTurn): string {
    return JSON.stringify([kind, shape, askedNodeCount, settings, this.own.map(signatureOf)]);
  }

  #plan(pool: PoolInTurn, groups: readonly PodGroup[], part: Demand, key: string): NodePool {
    const { kept, minimum, hasReserve } = this.#ground;
    const context = contextOfPool(this.#context, pool.settings);
    const agents = kept.installed.filter(({ kind }) => kind === "DaemonSet");
    const reserve = hasReserve ? reserveOf(part, this.#cluster.growthRatio, context) : NO_RESERVE;
    const running = (pods: readonly PodGroup[]) =>
      pool.isMain ? pods : pods.map((group) => runningLike(group, groups));
    const [growth, headroom] = [running(reserve.growth), running(reserve.headroom)];
    this.reserved.push(...growth, ...headroom);
    const zoneCount = zoneCountOf(this.#context);
    const full = this.own.flatMap((one) => fullNodesOf(one, [...agents, ...this.#daemons], zoneCount));
    const pods = {
      installed: pool.isMain ? kept.installed : agents,
      groups,
      growth,
      headroom,
      otherNodes: [...this.#ground.otherNodes, ...full],
    };
    // A pool that is larger than a cluster may be is told of by itself, and takes no room from the others.
    const taken = this.own.reduce((sum, { nodeCount, limited }) => sum + (limited === null ? nodeCount : 0), 0);
    const mostNodeCount = mostWorkersOf(this.#context.choices) - taken;
    return workerPool(this.#cluster, { ...pool, pods, mostNodeCount, key }, minimum, kept, context);
  }
}

const NO_RESERVE = { growth: [], headroom: [] };

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
