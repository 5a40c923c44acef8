import type { ClusterToEmit, PoolToEmit } from "../plan-to-emit.ts";

/** What machines have. */
export interface Sizes {
  readonly vcpu: number;
  readonly memory_gib: number;
  readonly disk_gib: number;
}

const NOTHING: Sizes = { vcpu: 0, memory_gib: 0, disk_gib: 0 };
/** Digits behind which a difference is that of binary fractions. */
const DUST_DIGITS = 9;

/** What all machines of a cluster have together. */
export function sizesOf({ pools }: ClusterToEmit): Sizes {
  return pools.map((pool) => timesOf(pool, pool.nodeCount)).reduce(addSizes, NOTHING);
}

/** What stands beside them while it is upgraded, one pool after the other: the most of each. */
export function upgradeSizesOf({ pools }: ClusterToEmit): Sizes {
  return pools.map((pool) => timesOf(pool, pool.surgeNodeCount)).reduce(largestSizes, NOTHING);
}

function timesOf({ shape }: PoolToEmit, count: number): Sizes {
  return {
    vcpu: tidy(count * shape.vcpu),
    memory_gib: tidy(count * shape.memoryGiB),
    disk_gib: tidy(count * shape.diskGiB),
  };
}

function addSizes(a: Sizes, b: Sizes): Sizes {
  return {
    vcpu: tidy(a.vcpu + b.vcpu),
    memory_gib: tidy(a.memory_gib + b.memory_gib),
    disk_gib: tidy(a.disk_gib + b.disk_gib),
  };
}

/** The larger of each. */
function largestSizes(a: Sizes, b: Sizes): Sizes {
  return {
    vcpu: Math.max(a.vcpu, b.vcpu),
    memory_gib: Math.max(a.memory_gib, b.memory_gib),
    disk_gib: Math.max(a.disk_gib, b.disk_gib),
  };
}

/** All of them together, and room for the largest upgrade of one. */
export function sumWithUpgrade(clusters: readonly ClusterToEmit[]): Sizes {
  return addSizes(
    clusters.map(sizesOf).reduce(addSizes, NOTHING),
    clusters.map(upgradeSizesOf).reduce(largestSizes, NOTHING),
  );
}

function tidy(value: number): number {
  return Number(value.toFixed(DUST_DIGITS));
}
