import { gibOf, vcpuOf } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type Weights } from "../costs/cost-line.ts";
import { weightsOf } from "../costs/pool-costs.ts";
import { addDemand, type Demand, demandOf } from "../demand/demand.ts";
import type { Tenant } from "../input/fleet.ts";
import { shapeText } from "../input/node-shape-text.ts";
import type { ListItem, PriceList } from "./price-list.ts";
import type { PriceBasis } from "./price-list-item-file.ts";

/** How much a tenant is charged for, and what of it is the platform's. */
export interface TenantQuantity {
  readonly quantity: number;
  /** How the price divides into what it pays for. */
  readonly weights: Weights;
}

/** A tenant with the clusters that are its alone, and what its DaemonSets ask for on whatever nodes they run. */
export interface PricedTenant {
  readonly tenant: Tenant;
  readonly daemons: Demand;
  readonly clusters: readonly ClusterPlan[];
}

/** How many units of an item a tenant has; an item that names no flavour or class is for those that no other item names. */
export function quantityFor(item: ListItem, priced: PricedTenant, list: Pick<PriceList, "items">): TenantQuantity {
  const { quantity, weights } = QUANTITIES[item.per](priced, item, list);
  if (item.recovers === null) return { quantity, weights };
  return { quantity, weights: item.recovers === "platform" ? ALL_OVERHEAD : ALL_WORKLOAD };
}

type QuantityOf = (priced: PricedTenant, item: ListItem, list: Pick<PriceList, "items">) => TenantQuantity;

function requested(of: (demand: Demand, item: ListItem, list: Pick<PriceList, "items">) => number): QuantityOf {
  return ({ tenant, daemons }, item, list) => ({
    quantity: of(addDemand(demandOf(tenant), daemons), item, list),
    weights: ALL_WORKLOAD,
  });
}

function nodes(of: (pool: NodePool) => number): QuantityOf {
  return ({ clusters }, { per, flavour }, list) => {
    const named = list.items.flatMap((item) => (item.per === per && item.flavour !== null ? [item.flavour] : []));
    const pools = workerPools(clusters).filter(({ shape }) =>
      flavour === null ? !named.includes(shapeText(shape)) : flavour === shapeText(shape),
    );
    return {
      quantity: pools.reduce((sum, pool) => sum + of(pool) * pool.nodeCount, 0),
      weights: pools.reduce<Weights>((sum, pool) => addWeights(sum, weightsOf(pool, "cpuMillicores")), [0n, 0n, 0n]),
    };
  };
}

/** Another basis is another line here. */
const QUANTITIES: Readonly<Record<PriceBasis, QuantityOf>> = {
  tenant: () => ({ quantity: 1, weights: ALL_OVERHEAD }),
  cluster: ({ clusters }) => ({ quantity: clusters.length, weights: ALL_OVERHEAD }),
  "requested-vcpu": requested(({ requests }) => vcpuOf(requests.cpuMillicores)),
  "requested-memory": requested(({ requests }) => gibOf(requests.memoryBytes)),
  pod: requested(({ podCount }) => podCount),
  node: nodes(() => 1),
  "node-vcpu": nodes(({ shape }) => shape.vcpu),
  "node-memory": nodes(({ shape }) => shape.memoryGiB),
  storage: requested(({ claims }, { storageClass }, list) => {
    const named = list.items.flatMap((item) => item.storageClass ?? []);
    const charged = claims.filter((one) =>
      storageClass === null
        ? one.storageClass === null || !named.includes(one.storageClass)
        : one.storageClass === storageClass,
    );
    return gibOf(charged.reduce((sum, { claimedBytes }) => sum + claimedBytes, 0));
  }),
};

/** The workers of a tenant's own clusters. */
export function workerPools(clusters: readonly ClusterPlan[]): readonly NodePool[] {
  return clusters.flatMap(({ pools }) => pools.filter(({ role }) => role === "workload"));
}

function addWeights(a: Weights, b: Weights): Weights {
  return a.map((weight, index) => weight + (b[index] ?? 0n)) as unknown as Weights;
}
