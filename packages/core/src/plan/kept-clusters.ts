import { isSameData } from "../base/same-data.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { LastInfrastructure } from "../clusters/hosts/host-clusters.ts";
import type { StandingPool } from "../clusters/pools/node-pool.ts";
import type { Tenant } from "../input/fleet.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";

/** All that a cluster is counted from beside the context. */
export interface CountedFrom {
  readonly blueprint: ClusterBlueprint;
  readonly managedClusterCount: number;
  /** Who lives in it. */
  readonly living: readonly (Tenant | undefined)[];
  readonly standing: readonly StandingPool[] | undefined;
}

interface KeptCluster extends CountedFrom {
  readonly plan: ClusterPlan;
}

/**
 * The clusters of a model as they were counted last, in one context: what is counted from the same again is the same
 * plan, not an equal one, so that what follows from it is known too. It holds one plan, however many are made.
 */
export class KeptClusters {
  #last: ReadonlyMap<string, KeptCluster> = new Map();
  #next = new Map<string, KeptCluster>();
  /** What they stand on. */
  readonly infrastructure: LastInfrastructure = {};

  /** The plan of the cluster, counted where it differs from the last of its name. */
  planOf(from: CountedFrom, count: () => ClusterPlan): ClusterPlan {
    const { name } = from.blueprint;
    const last = this.#last.get(name);
    const plan = last !== undefined && isSameData(withoutPlan(last), from) ? last.plan : count();
    this.#next.set(name, { ...from, plan });
    return plan;
  }

  /** To be said after the last cluster of a plan: those that are no longer there are let go. */
  end(): void {
    this.#last = this.#next;
    this.#next = new Map();
  }
}

function withoutPlan({ blueprint, managedClusterCount, living, standing }: KeptCluster): CountedFrom {
  return { blueprint, managedClusterCount, living, standing };
}
