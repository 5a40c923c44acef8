import { InputError } from "../../base/findings/input-error.ts";
import { shown } from "../../base/shown.ts";
import { addResources, gibOf, vcpuOf } from "../../base/units.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD } from "../../costs/cost-line.ts";
import { demandOf } from "../../demand/demand.ts";
import { tidy } from "../../input/number-line.ts";
import type { ServiceLine } from "../../prices/service-line.ts";
import { weightsOfPools, workerPools } from "./nodes.ts";
import type { PriceBasis, PricedTenant } from "./price-basis.ts";

/** A tenant as a basis of a provider's own counts it: what all its pods ask for, those of DaemonSets on their nodes too. */
export interface ChargedTenant {
  readonly id: string;
  readonly name: string;
  /** Its key elsewhere; absent: none is given. */
  readonly ref?: string;
  readonly podCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Volumes, in GiB (2³⁰ bytes). */
  readonly storageGiB: number;
  /** Empty where only totals are known. */
  readonly workloads: readonly ChargedWorkload[];
}

/** Pods that are alike; what each of them asks for. */
export interface ChargedWorkload {
  readonly name: string;
  /** Of a DaemonSet as many as are written, whatever the nodes. */
  readonly replicas: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  /** Pieces of what nodes have beside CPU and memory, by name, such as `nvidia.com/gpu`. */
  readonly pieces: Readonly<Record<string, number>>;
}

/** A cluster that is a tenant's alone. */
export interface ChargedCluster {
  readonly name: string;
  readonly edition: string;
  readonly workerPools: readonly {
    readonly name: string;
    readonly nodeCount: number;
    /** Of one node. */
    readonly vcpu: number;
    readonly memoryGiB: number;
  }[];
}

/** What a provider charges by that the planner does not count itself: from the tenant, or from clusters of its own. */
export type PriceBasisDefinition<Id extends string = string> = {
  /** As price lists write it in `per`: lower case, digits and hyphens. */
  readonly id: Id;
  /** What people call one unit of it, such as `GPU`. */
  readonly unit: string;
  /** What is sold by it, for margins by service. Left out: `other`. */
  readonly service?: ServiceLine;
  /** Whether it pays for the platform or for what the tenant runs. Left out: for what it runs; of clusters, as their nodes divide. */
  readonly recovers?: "platform" | "workload";
} & (
  | {
      /** How many units a tenant has: 0 or more, always the same for the same tenant. */
      quantity(tenant: ChargedTenant): number;
      readonly quantityOfClusters?: undefined;
    }
  | {
      /** The same from the clusters that are a tenant's alone; who shares a cluster has none. */
      quantityOfClusters(clusters: readonly ChargedCluster[], tenant: ChargedTenant): number;
      readonly quantity?: undefined;
    }
);

/**
 * A basis of a provider's own, as price lists charge by it. What it throws, or counts that is no quantity, is a problem
 * of the plan that asks.
 */
export function ownPriceBasis<Id extends string>(definition: PriceBasisDefinition<Id>): PriceBasis<Id> {
  const { id, unit, service = "other", quantity, quantityOfClusters } = definition;
  const isOfClusters = quantity === undefined;
  return {
    id,
    unit,
    service,
    recovers: definition.recovers ?? (isOfClusters ? null : "workload"),
    countedFrom: isOfClusters ? "own-nodes" : "tenant",
    quantityOf: (priced) => ({
      quantity: counted(id, priced.tenant, () =>
        isOfClusters
          ? quantityOfClusters(priced.clusters.map(chargedCluster), chargedTenant(priced))
          : quantity(chargedTenant(priced)),
      ),
      weights: isOfClusters ? weightsOfPools(workerPools(priced.clusters)) : noMore(definition.recovers),
    }),
  };
}

/** @throws InputError where it is not a number from 0 up, or nothing comes at all */
function counted(basisId: string, { id, name }: PricedTenant["tenant"], count: () => number): number {
  let found: string;
  try {
    const quantity: unknown = count();
    if (typeof quantity === "number" && quantity >= 0 && quantity <= Number.MAX_SAFE_INTEGER) return tidy(quantity);
    found = typeof quantity === "number" ? String(quantity) : shown(quantity);
  } catch (error) {
    found = error instanceof Error ? error.message : "something thrown";
  }
  const place = `${found} for ${name} (${id})`;
  const fix = "mend what the basis counts by";
  throw new InputError("price basis", [{ path: [basisId], found: place, expected: "a quantity, 0 or more", fix }]);
}

function noMore(recovers: PriceBasisDefinition["recovers"]) {
  return recovers === "platform" ? ALL_OVERHEAD : ALL_WORKLOAD;
}

function chargedTenant({ tenant, daemons }: PricedTenant): ChargedTenant {
  const { id, name, ref, demand } = tenant;
  const own = demandOf(tenant);
  const requests = addResources(own.requests, daemons.requests);
  return Object.freeze({
    id,
    name,
    ...(ref === undefined ? {} : { ref }),
    podCount: own.podCount + daemons.podCount,
    ...inUnits(requests),
    workloads: Object.freeze(
      ("podCount" in demand ? [] : demand).map(({ name: workload, replicas, requestsPerReplica, extended = {} }) =>
        Object.freeze({
          name: workload,
          replicas,
          ...inUnits(requestsPerReplica),
          pieces: Object.freeze({ ...extended }),
        }),
      ),
    ),
  });
}

function inUnits({ cpuMillicores, memoryBytes, storageBytes }: ReturnType<typeof addResources>) {
  return { vcpu: vcpuOf(cpuMillicores), memoryGiB: gibOf(memoryBytes), storageGiB: gibOf(storageBytes) };
}

function chargedCluster(cluster: ClusterPlan): ChargedCluster {
  const { name, edition } = cluster;
  const pools = workerPools([cluster]).map(({ name: pool, nodeCount, shape: { vcpu, memoryGiB } }) =>
    Object.freeze({ name: pool, nodeCount, vcpu, memoryGiB }),
  );
  return Object.freeze({ name, edition, workerPools: Object.freeze(pools) });
}
