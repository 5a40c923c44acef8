import type { ClusterToEmit, PoolToEmit } from "../plan-to-emit.ts";

/** What `nkp create cluster` calls the pool of workers that it makes; it takes no other name. */
export const FIRST_POOL = "md-0";

/** The pools of a cluster by the commands that make them. */
export interface PoolsInCommands {
  readonly plane: PoolToEmit;
  /** Made with the cluster: the one that the platform runs on. null: there are no workers. */
  readonly first: PoolToEmit | null;
  readonly further: readonly PoolToEmit[];
}

/** @throws Error where there is no control plane: it is refused before */
export function poolsInCommands({ pools }: Pick<ClusterToEmit, "pools">): PoolsInCommands {
  const plane = pools.find(({ role }) => role === "control-plane");
  if (plane === undefined) throw new Error("A cluster without a control plane.");
  const [first = null, ...further] = pools.filter((pool) => pool !== plane);
  return { plane, first, further };
}
