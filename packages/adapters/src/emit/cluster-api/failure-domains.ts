import type { ClusterToEmit, PoolToEmit } from "../plan-to-emit.ts";

export type FailureDomains = Readonly<Record<string, string>>;

/** Nodes of a pool in one failure domain. */
export interface PoolPart {
  readonly name: string;
  readonly nodeCount: number;
  /** null: wherever the pool's place is. */
  readonly failureDomain: string | null;
}

/** Zones of a cluster for which no failure domain is named. */
export function zonesWithout({ pools }: ClusterToEmit, domains: FailureDomains | undefined): readonly string[] {
  const zones = [...new Set(pools.flatMap((pool) => pool.zones))];
  return zones.filter((zone) => domains === undefined || !Object.hasOwn(domains, zone));
}

/** A pool by its failure domains: nodes take turns, as in the plan. One part where nothing is spread. */
export function partsOf(pool: PoolToEmit, domains: FailureDomains | undefined): readonly PoolPart[] {
  const { name, nodeCount, zones } = pool;
  if (domains === undefined || zones.length === 0 || zones.some((zone) => !Object.hasOwn(domains, zone)))
    return [{ name, nodeCount, failureDomain: null }];
  return zones
    .map((zone, index) => ({
      name: `${name}-${zone}`,
      nodeCount: Math.ceil((nodeCount - index) / zones.length),
      failureDomain: domains[zone] ?? null,
    }))
    .filter((part) => part.nodeCount > 0);
}
