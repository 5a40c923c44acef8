import type { ClusterToCompare, PoolSize, PoolToCompare } from "./compared-plan.ts";
import { type Pair, pairsOf } from "./pairs.ts";

/** A node pool that came, went or changed. */
export interface PoolChange {
  readonly name: string;
  readonly role: string;
  /** null: it is new. */
  readonly base: PoolSize | null;
  /** null: it is gone. */
  readonly head: PoolSize | null;
}

/** What a cluster is, without its pools. */
export type ClusterIdentity = Omit<ClusterToCompare, "name" | "pools">;

/** A cluster that came, went or changed. */
export interface ClusterChange {
  readonly name: string;
  /** null: it is new. */
  readonly base: ClusterIdentity | null;
  /** null: it is gone. */
  readonly head: ClusterIdentity | null;
  /** Those that came, went or changed; of a new cluster, and of one that is gone, all. */
  readonly pools: readonly PoolChange[];
}

/** The clusters that differ, those of the base in its order, then the new ones. */
export function clusterChanges(
  base: readonly ClusterToCompare[],
  head: readonly ClusterToCompare[],
): readonly ClusterChange[] {
  return pairsOf(base, head, ({ name }) => name)
    .map(clusterChange)
    .filter(({ base: was, head: is, pools }) => pools.length > 0 || textOf(was) !== textOf(is));
}

function clusterChange({ base, head }: Pair<ClusterToCompare>): ClusterChange {
  const { name } = (head ?? base) as ClusterToCompare;
  const pools = pairsOf(base?.pools ?? [], head?.pools ?? [], (pool) => pool.name)
    .map(poolChange)
    .filter((pool) => textOf(pool.base) !== textOf(pool.head));
  return { name, base: base && identityOf(base), head: head && identityOf(head), pools };
}

function identityOf({ role, edition, tenantIds, managedBy }: ClusterToCompare): ClusterIdentity {
  return { role, edition, tenantIds: [...tenantIds], managedBy };
}

function poolChange({ base, head }: Pair<PoolToCompare>): PoolChange {
  const { name, role } = (head ?? base) as PoolToCompare;
  return { name, role, base: base && sizeOf(base), head: head && sizeOf(head) };
}

function sizeOf({
  nodeCount,
  vcpuPerNode,
  memoryGiBPerNode,
  diskGiBPerNode,
  extendedPerNode,
}: PoolToCompare): PoolSize {
  const size = { nodeCount, vcpuPerNode, memoryGiBPerNode, diskGiBPerNode };
  if (extendedPerNode === undefined) return size;
  const sorted = Object.entries(extendedPerNode).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...size, extendedPerNode: Object.fromEntries(sorted) };
}

/** Both are made here, key by key in one order. */
function textOf(made: ClusterIdentity | PoolSize | null): string {
  return JSON.stringify(made);
}
