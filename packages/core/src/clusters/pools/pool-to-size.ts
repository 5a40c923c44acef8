import type { PodGroup } from "../../input/pod-group.ts";
import type { PoolToCount } from "../../scheduling/smallest-count.ts";
import type { Loss } from "../../scheduling/survival.ts";

/** What a worker pool has to carry, and what it must stand. */
export interface PoolToSize extends Omit<PoolToCount, "leastNodeCount" | "effort"> {
  readonly growth: readonly PodGroup[];
  readonly headroom: readonly PodGroup[];
  readonly loss: Loss;
  readonly floorNodeCount: number;
  /** Nodes that a tenant asks for at least; 0 where it asks for none. */
  readonly askedNodeCount: number;
  /** Nodes that stand already; 0 where there are none. */
  readonly standingNodeCount: number;
  /** More nodes than these are not worth counting: another shape is cheaper. */
  readonly worthNodeCount: number;
  /** Told now and then while the pool is counted; it may throw to end it there. */
  readonly onTry?: (() => void) | undefined;
}
