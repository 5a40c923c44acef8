import { pieceCount, withExtended } from "../../base/extended-resources.ts";
import { isZeroMoney, type Money, ratioOf } from "../../base/money.ts";
import type { NodeMinimum, NodeShape } from "../../input/catalog.ts";
import { choiceOf, numberOf } from "../../input/parameters.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { lessOneOfEach } from "../../scheduling/dimensions.ts";
import type { Allocatable } from "../../scheduling/node.ts";
import { allocatableOf } from "./allocatable.ts";
import type { ClusterToSize } from "./node-pool.ts";
import { nodeCostOf } from "./node-rates.ts";
import { movableOf, type PoolDivision } from "./pool-division.ts";
import { shapesFor } from "./shape-candidates.ts";
import { mostWorkersOf } from "./worker-pool.ts";

/** Of the divisions that may be cheaper these many are counted, the most promising first. */
const TRIED = 3;

/** What pods of one pool ask for together, and the most that one of them asks for. */
interface Asked {
  readonly sum: Allocatable;
  readonly most: Allocatable;
}

/** A shape with what a node of it has for pods, and which part of one pool it costs. */
interface PricedShape {
  readonly free: Allocatable;
  readonly costRatio: number;
}

/** Where a cluster's workers may be divided. */
export interface DivisionGround {
  readonly minimum: NodeMinimum;
  readonly floorNodeCount: number;
  /** Pods of the platform: those that run so many times, and one of each on every node. */
  readonly installed: readonly PodGroup[];
  /** What the workers cost a month in one pool. */
  readonly onePoolCost: Money;
  /** Which part of that a division may cost at most. */
  readonly worthRatio: number;
}

/**
 * Divisions of a cluster's workers that may cost less than one pool does: some of the workloads that ask for the most
 * memory beside their CPU, or the most CPU beside their memory, or the largest, in a pool of their own. What the nodes of
 * both pools cost at least, by the sums of what is asked for, has to be below what all cost in one.
 *
 * 20 pods of 1 vCPU and 2 GiB beside 4 of 2 vCPU and 60 GiB: on one shape memory asks for nodes whose vCPU lie idle.
 */
export function divisionsWorthTrying(
  cluster: ClusterToSize,
  ground: DivisionGround,
  context: PricedContext,
): readonly PoolDivision[] {
  const { demand, blueprint, growthRatio } = cluster;
  const movable = movableOf(demand.groups);
  if (movable.length === 0 || isZeroMoney(ground.onePoolCost)) return [];
  const daemons = [...ground.installed, ...demand.groups].filter(({ kind }) => kind === "DaemonSet");
  const shapes = shapesFor("workload", ground.minimum, context).candidates.map(({ shape }): PricedShape => {
    const costRatio = ratioOf(nodeCostOf(shape, blueprint.edition, context), ground.onePoolCost) ?? 0;
    return { free: freeOn(shape, daemons, context), costRatio };
  });
  const factor = (1 + growthRatio) * (1 + numberOf(context.choices, "headroom-percent") / PERCENT);
  const spare = choiceOf(context.choices, "loss-survived").value ?? 1;
  const mostNodeCount = mostWorkersOf(context.choices);
  const costAtLeast = ({ sum, most }: Asked, floorNodeCount: number) =>
    shapes.reduce((least, { free, costRatio }) => {
      const count = Math.max(floorNodeCount, nodesAtLeast(sum, most, free) + spare);
      return count > mostNodeCount ? least : Math.min(least, count * costRatio);
    }, Number.POSITIVE_INFINITY);

  const isMoved = new Set(movable);
  const platform = ground.installed.filter(({ kind }) => kind !== "DaemonSet");
  const kept = demand.groups.filter((group) => group.kind !== "DaemonSet" && !isMoved.has(group));
  const fixed = askedBy([...platform, ...kept]);
  const hasDevices = movable.some(({ requests }) => pieceCount(requests) > 0);
  const orders = ORDERS.filter(({ poolName }) => poolName !== DEVICES || hasDevices);
  const found = orders.flatMap(({ poolName, before }) => {
    const order = [...movable].sort(before);
    const asked = order.map((group) => grown(askedBy([group]), factor));
    const heads = runningSums(NOTHING, asked);
    const tails = runningSums(fixed, asked.toReversed()).toReversed();
    return order.flatMap((_, index) => {
      const [head, tail] = [heads[index + 1], tails[index + 1]] as [Asked, Asked];
      const cost = costAtLeast(head, 0) + costAtLeast(tail, ground.floorNodeCount);
      // The pool for everything keeps a workload: it would run the platform alone.
      const isWhole = index + 1 === order.length && kept.length === 0;
      return !isWhole && cost < ground.worthRatio
        ? [{ cost, division: { poolName, groups: order.slice(0, index + 1) } }]
        : [];
    });
  });
  const tried: PoolDivision[] = [];
  for (const { division } of found.sort((a, b) => a.cost - b.cost)) {
    // Several orders may begin with the same workloads: they are one division.
    if (!tried.some(({ groups }) => isSameSet(groups, division.groups))) tried.push(division);
    if (tried.length === TRIED) break;
  }
  return tried;
}

function isSameSet(a: readonly PodGroup[], b: readonly PodGroup[]): boolean {
  const inB = new Set(b);
  return a.length === b.length && a.every((group) => inB.has(group));
}

const PERCENT = 100;
const NOTHING: Asked = {
  sum: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 },
  most: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 },
};

/** The pool of those that ask for devices; where none does it would be called so for nothing. */
const DEVICES = "devices";

/** By what workloads are told apart, and what the pool of the first ones is called. */
const ORDERS: readonly { readonly poolName: string; readonly before: (a: PodGroup, b: PodGroup) => number }[] = [
  { poolName: "memory", before: (a, b) => bytesPerMillicore(b) - bytesPerMillicore(a) },
  { poolName: "compute", before: (a, b) => bytesPerMillicore(a) - bytesPerMillicore(b) },
  { poolName: DEVICES, before: (a, b) => pieceCount(b.requests) - pieceCount(a.requests) },
  {
    poolName: "large",
    before: ({ requests: a }, { requests: b }) =>
      (b.cpuMillicores ?? 0) - (a.cpuMillicores ?? 0) || (b.memoryBytes ?? 0) - (a.memoryBytes ?? 0),
  },
];

function bytesPerMillicore({ requests: { cpuMillicores, memoryBytes } }: PodGroup): number {
  return (memoryBytes ?? 0) / Math.max(1, cpuMillicores ?? 0);
}

function freeOn(shape: NodeShape, daemons: readonly PodGroup[], context: PricedContext): Allocatable {
  return lessOneOfEach(allocatableOf(shape, context), daemons);
}

/** No fewer nodes hold the pods, however they are placed; Infinity where one of them fits on none. */
function nodesAtLeast(sum: Allocatable, most: Allocatable, free: Allocatable): number {
  if (most.cpuMillicores > free.cpuMillicores || most.memoryBytes > free.memoryBytes || free.podCount <= 0) {
    return Number.POSITIVE_INFINITY;
  }
  const [asked, offered] = [sum.extended ?? {}, free.extended ?? {}];
  // Nodes with devices are for pods that ask for them.
  if (Object.keys(offered).some((name) => asked[name] === undefined)) return Number.POSITIVE_INFINITY;
  const byDevice = Object.entries(asked).map(([name, count]) => count / Math.max(0, offered[name] ?? 0));
  return Math.ceil(
    Math.max(
      ...byDevice,
      sum.cpuMillicores / Math.max(1, free.cpuMillicores),
      sum.memoryBytes / Math.max(1, free.memoryBytes),
      sum.podCount / free.podCount,
    ),
  );
}

function askedBy(groups: readonly PodGroup[]): Asked {
  return groups
    .map(({ replicas, requests }): Asked => {
      const [cpuMillicores, memoryBytes] = [requests.cpuMillicores ?? 0, requests.memoryBytes ?? 0];
      return {
        sum: {
          cpuMillicores: cpuMillicores * replicas,
          memoryBytes: memoryBytes * replicas,
          podCount: replicas,
          ...withExtended(Object.entries(requests.extended ?? {}).map(([name, each]) => [name, each * replicas])),
        },
        most: { cpuMillicores, memoryBytes, podCount: 1 },
      };
    })
    .reduce(together, NOTHING);
}

function together(a: Asked, b: Asked): Asked {
  return {
    sum: {
      cpuMillicores: a.sum.cpuMillicores + b.sum.cpuMillicores,
      memoryBytes: a.sum.memoryBytes + b.sum.memoryBytes,
      podCount: a.sum.podCount + b.sum.podCount,
      ...withExtended([...Object.entries(a.sum.extended ?? {}), ...Object.entries(b.sum.extended ?? {})]),
    },
    most: {
      cpuMillicores: Math.max(a.most.cpuMillicores, b.most.cpuMillicores),
      memoryBytes: Math.max(a.most.memoryBytes, b.most.memoryBytes),
      podCount: 1,
    },
  };
}

/** With what is held for growth and headroom. */
function grown({ sum, most }: Asked, factor: number): Asked {
  const { cpuMillicores, memoryBytes } = sum;
  const more = { ...sum, cpuMillicores: cpuMillicores * factor, memoryBytes: memoryBytes * factor };
  return { sum: more, most };
}

/** The sums of none, one, two … of them, beside what is there anyhow. */
function runningSums(first: Asked, asked: readonly Asked[]): readonly Asked[] {
  const sums = [first];
  for (const one of asked) sums.push(together(sums.at(-1) as Asked, one));
  return sums;
}
