import type { Tenant } from "./input.ts";
import { addResources, multiplyResources, NOTHING, type Resources } from "./units.ts";

/** What a tenant's pods ask for. */
export interface Demand {
  readonly podCount: number;
  readonly requests: Resources;
  /** The different sizes of single pods; each must fit on one node. */
  readonly podSizes: readonly { readonly name: string; readonly requests: Resources }[];
}

export const NO_DEMAND: Demand = { podCount: 0, requests: NOTHING, podSizes: [] };

/** Sums a tenant's workloads (requests × replicas), or takes its totals where only those are known. */
export function demandOf({ demand }: Pick<Tenant, "demand">): Demand {
  if ("podCount" in demand) {
    const podSizes = demand.podCount === 0 ? [] : [{ name: "largest pod", requests: demand.largestPod }];
    return { podCount: demand.podCount, requests: demand.requests, podSizes };
  }
  const running = demand.filter(({ replicas }) => replicas > 0);
  return {
    podCount: running.reduce((count, { replicas }) => count + replicas, 0),
    requests: running
      .map(({ replicas, requestsPerReplica }) => multiplyResources(requestsPerReplica, replicas))
      .reduce(addResources, NOTHING),
    podSizes: running.map(({ name, requestsPerReplica }) => ({ name, requests: requestsPerReplica })),
  };
}

/** Several tenants' demand together. */
export function addDemand(a: Demand, b: Demand): Demand {
  return {
    podCount: a.podCount + b.podCount,
    requests: addResources(a.requests, b.requests),
    podSizes: [...a.podSizes, ...b.podSizes],
  };
}
