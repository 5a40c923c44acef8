import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import type { Weights } from "../../costs/cost-line.ts";
import { weightsOf } from "../../costs/pool-costs.ts";
import { shapeText } from "../../input/node-shape-text.ts";
import type { PriceBasis } from "./price-basis.ts";

const NODES = { service: "compute", recovers: null, countedFrom: "own-nodes" } as const;

/** The workers of a tenant's own clusters. */
export function workerPools(clusters: readonly ClusterPlan[]): readonly NodePool[] {
  return clusters.flatMap(({ pools }) => pools.filter(({ role }) => role === "workload"));
}

/** How a price for pools divides into what runs on them. */
export function weightsOfPools(pools: readonly NodePool[]): Weights {
  return pools.reduce<Weights>((sum, pool) => addWeights(sum, weightsOf(pool, "cpuMillicores")), [0n, 0n, 0n]);
}

function nodes(of: (pool: NodePool) => number): PriceBasis["quantityOf"] {
  return ({ clusters }, { per, flavour }, items) => {
    const named = items.flatMap((item) => (item.per === per && item.flavour !== null ? [item.flavour] : []));
    const pools = workerPools(clusters).filter(({ shape }) =>
      flavour === null ? !named.includes(shapeText(shape)) : flavour === shapeText(shape),
    );
    return {
      quantity: pools.reduce((sum, pool) => sum + of(pool) * pool.nodeCount, 0),
      weights: weightsOfPools(pools),
    };
  };
}

function addWeights(a: Weights, b: Weights): Weights {
  return a.map((weight, index) => weight + (b[index] ?? 0n)) as unknown as Weights;
}

export const node = {
  id: "node",
  unit: "node",
  ...NODES,
  quantityOf: nodes(() => 1),
} as const satisfies PriceBasis;

export const nodeVcpu = {
  id: "node-vcpu",
  unit: "vCPU",
  ...NODES,
  quantityOf: nodes(({ shape }) => shape.vcpu),
} as const satisfies PriceBasis;

export const nodeMemory = {
  id: "node-memory",
  unit: "GiB",
  ...NODES,
  quantityOf: nodes(({ shape }) => shape.memoryGiB),
} as const satisfies PriceBasis;
