import { type FootprintLine, footprintOf } from "../../demand/footprint.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { PreparedPool } from "../../scheduling/prepared-pool.ts";
import { KnownSizings } from "./known-sizings.ts";
import type { ClusterToSize, PoolsOfCluster } from "./node-pool.ts";

/** What of a kind of clusters is counted whatever nodes cost. */
interface CountedKind {
  readonly installed: readonly PodGroup[];
  readonly prepared: Map<string, PreparedPool>;
  readonly sizings: KnownSizings;
}

/** By the kind of cluster; for all contexts that differ by what nodes cost and no more. */
export type CountedKinds = Map<string, CountedKind>;

/** What clusters of one kind have in common, kept while their tenants differ: many are alike, and each is counted once. */
export interface PoolsOfKind extends CountedKind {
  /** Told now and then while a large pool is counted. */
  readonly onTry: (() => void) | undefined;
}

/** What was counted of the clusters of one context. */
export class ClusterCache {
  /** By all that a cluster is counted from: what it is called and who lives in it say nothing. */
  readonly pools = new Map<string, PoolsOfCluster>();
  readonly #kinds = new Map<string, PoolsOfKind>();
  readonly #footprints = new Map<string, readonly FootprintLine[]>();
  readonly #onTry: (() => void) | undefined;
  readonly #counted: CountedKinds;

  /**
   * @param onTry told now and then while a large pool is counted; it may throw to end it there
   * @param counted what was counted of the same platform at other prices
   */
  constructor(onTry?: () => void, counted: CountedKinds = new Map()) {
    this.#onTry = onTry;
    this.#counted = counted;
  }

  /** The pools of clusters of this kind, made where it is the first. */
  poolsOfKind(
    { blueprint, managedClusterCount }: ClusterToSize,
    otherNodeCount: number,
    install: () => readonly PodGroup[],
  ): PoolsOfKind {
    const { edition, role, services } = blueprint;
    const kind = JSON.stringify([edition, role, services, managedClusterCount, otherNodeCount]);
    return remember(this.#kinds, kind, () => ({
      ...remember(this.#counted, kind, () => ({
        installed: install(),
        prepared: new Map(),
        sizings: new KnownSizings(),
      })),
      onTry: this.#onTry,
    }));
  }

  /** The footprint of a cluster, one and the same for all clusters of its kind. */
  footprintOf(
    blueprint: ClusterBlueprint,
    managedClusterCount: number,
    context: PricedContext,
  ): readonly FootprintLine[] {
    const { edition, role, services } = blueprint;
    const kind = JSON.stringify([edition, role, services, managedClusterCount]);
    return remember(this.#footprints, kind, () => footprintOf(blueprint, managedClusterCount, context));
  }
}

/** The value of a key, made where it is not known yet. */
export function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
