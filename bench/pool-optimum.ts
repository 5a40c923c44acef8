import type { NodeShape } from "@nkp-planner/core";
import { type FewestBins, fewestBinsSolver, type Kind } from "./packing-optimum.ts";
import { type PoolCase, type PoolWorkload, SHAPES, toyNodeCost } from "./pool-cases.ts";

/** What the toy platform runs once, in the pool for everything. */
const CONSOLE: PoolWorkload = { replicas: 1, cpuMillicores: 2000, memoryMiB: 2048 };
const MILLICORES_PER_VCPU = 1000;
const MIB_PER_GIB = 1024;
/** The agent on every node asks for 100m and 128 MiB, and the kubelet keeps 128 MiB. */
const AGENT_MILLICORES = 100;
const KEPT_MIB = 128 + 128;

/**
 * The least that workers can cost: for each pool the one shape and the number of its nodes that cost least, of which
 * HiGHS proves that no fewer hold the pods. Where workers may be divided, every division of the workloads is tried. With
 * a node to spare, one more than the fewest: the pods must fit on what a loss leaves.
 */
export type CheapestOf = (one: PoolCase, spareNodeCount: 0 | 1) => number;

export async function cheapestSolver(): Promise<CheapestOf> {
  const fewestBins = await fewestBinsSolver();
  return ({ own, main }, spareNodeCount) => {
    const cheapest = (workloads: readonly PoolWorkload[]) => cheapestPool(workloads, spareNodeCount, fewestBins);
    const ofOwn = own.reduce((sum, workloads) => sum + cheapest(workloads), 0);
    if (own.length > 0) return ofOwn + cheapest([CONSOLE, ...main]);
    return divisionsOf(main).reduce(
      (least, [apart, rest]) => Math.min(least, cheapest(apart) + cheapest([CONSOLE, ...rest])),
      Number.POSITIVE_INFINITY,
    );
  };
}

/** Every way to put some workloads apart, none first. The pool for everything keeps one: it is not for the platform alone. */
export function divisionsOf<One>(
  all: readonly One[],
): readonly (readonly [apart: readonly One[], rest: readonly One[]])[] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, choice) => {
    const isApart = (index: number) => Math.floor(choice / 2 ** index) % 2 === 1;
    return [all.filter((_one, index) => isApart(index)), all.filter((_one, index) => !isApart(index))] as const;
  });
}

function cheapestPool(workloads: readonly PoolWorkload[], spareNodeCount: number, fewestBins: FewestBins): number {
  if (workloads.length === 0) return 0;
  const kinds = workloads.map(kindOf);
  const priced = SHAPES.map((shape) => ({ bin: binOf(shape), cost: toyNodeCost(shape) }))
    .filter(({ bin }) => kinds.every(({ cpu, memory }) => cpu <= bin.cpu && memory <= bin.memory))
    .map((one) => ({ ...one, leastCost: one.cost * (atLeast(kinds, one.bin) + spareNodeCount) }))
    .sort((a, b) => a.leastCost - b.leastCost);
  let least = Number.POSITIVE_INFINITY;
  for (const { bin, cost, leastCost } of priced) {
    // By the sums alone it costs more already: nothing to prove.
    if (leastCost < least) least = Math.min(least, cost * (fewestBins(kinds, bin) + spareNodeCount));
  }
  return least;
}

function atLeast(kinds: readonly Kind[], bin: { readonly cpu: number; readonly memory: number }): number {
  const sum = (of: (kind: Kind) => number) => kinds.reduce((total, kind) => total + of(kind) * kind.count, 0);
  return Math.ceil(Math.max(sum(({ cpu }) => cpu) / bin.cpu, sum(({ memory }) => memory) / bin.memory));
}

function kindOf({ replicas, cpuMillicores, memoryMiB }: PoolWorkload): Kind {
  return { cpu: cpuMillicores, memory: memoryMiB, count: replicas, mostPerBin: Number.POSITIVE_INFINITY };
}

function binOf({ vcpu, memoryGiB }: NodeShape) {
  return { cpu: vcpu * MILLICORES_PER_VCPU - AGENT_MILLICORES, memory: memoryGiB * MIB_PER_GIB - KEPT_MIB };
}
