import type { NodePool } from "@nkp-planner/core";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";

/** A planned pool, and the pools of a file that make it up: one, or one for each zone; none where it is missing. */
export interface CheckedPool {
  readonly planned: NodePool;
  readonly declared: readonly PoolShape[];
  /** Nodes of all of them; null: a count is left to an autoscaler without ends, or not known. */
  readonly nodeCount: number | null;
}

/** How many nodes are there for sure; null: not known. */
export function countOf({ count, autoscaled }: PoolShape): number | null {
  return count ?? autoscaled?.least ?? null;
}
