import { pieceCount } from "../base/extended-resources.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { NodePool, PoolsOfCluster } from "../clusters/pools/node-pool.ts";
import { tidy } from "../input/number-line.ts";
import { choiceOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import { hasRate, rateOf } from "../prices/price-book.ts";
import type { NodeSize } from "../prices/price-kind-definition.ts";
import { kindsBilled } from "../prices/price-kinds.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import type { Bill, Use } from "./billing.ts";
import type { CostLine, Weights } from "./cost-line.ts";

/** What the nodes of all clusters cost: the licence of their vCPU, and the infrastructure where it is priced by what nodes have. */
export function poolCosts(clusters: readonly ClusterPlan[], context: PricedContext, bill: Bill): readonly CostLine[] {
  const pools = clusters.flatMap((cluster) => cluster.pools.map((pool) => ({ cluster, pool })));
  return [...licenceCosts(clusters, pools, context, bill), ...nodeCosts(pools, context, bill)];
}

interface PoolOfCluster {
  readonly cluster: ClusterPlan;
  readonly pool: NodePool;
}

/** The editions in the order of their first clusters. */
function licenceCosts(
  clusters: readonly ClusterPlan[],
  pools: readonly PoolOfCluster[],
  { choices, priceBook }: PricedContext,
  bill: Bill,
): readonly CostLine[] {
  const kinds = kindsBilled("by-licensed-vcpu");
  return [...new Set(clusters.map(({ edition }) => edition))].flatMap((edition) =>
    kinds
      .filter(({ definition }) => definition.edition === edition)
      .flatMap(({ kind }) => {
        const rate = rateOf(priceBook, kind);
        return bill(rate, () =>
          pools
            .filter(({ cluster, pool }) => cluster.edition === edition && isLicensed(pool, choices))
            .map(({ cluster, pool }) => licenceUse(cluster, pool, rate.vcpuPerCore, choices)),
        );
      }),
  );
}

/** What each size of a node is called, and by which resource its cost divides; a disk serves whom the node's CPU serves. */
const SIZES: Readonly<Record<NodeSize, { readonly what: string; readonly resource: "cpuMillicores" | "memoryBytes" }>> =
  {
    vcpu: { what: "vCPU", resource: "cpuMillicores" },
    memoryGiB: { what: "memory", resource: "memoryBytes" },
    diskGiB: { what: "node disks", resource: "cpuMillicores" },
  };

/** Nothing where hosts are priced: they carry the nodes. */
function nodeCosts(pools: readonly PoolOfCluster[], { priceBook }: PricedContext, bill: Bill): readonly CostLine[] {
  if (hasRate(priceBook, "host")) return [];
  return kindsBilled("by-node-size").flatMap(({ kind, definition }) => {
    const { what, resource } = SIZES[definition.size];
    return bill(rateOf(priceBook, kind), () =>
      pools.map(({ cluster, pool }) =>
        useOf(cluster, pool, what, pool.shape[definition.size] * pool.nodeCount, weightsOf(pool, resource)),
      ),
    );
  });
}

function useOf(cluster: ClusterPlan, pool: NodePool, what: string, quantity: number, weights: Weights): Use {
  const { name, confidence, sources, note, shape, nodeCount } = pool;
  return {
    clusterName: cluster.name,
    poolName: name,
    label: `${name} ${what}, ${nodeCount} × ${shape.vcpu} vCPU, ${shape.memoryGiB} GiB`,
    quantity: tidy(quantity),
    weights,
    confidence,
    sources,
    note,
  };
}

function licenceUse(
  cluster: ClusterPlan,
  pool: NodePool,
  vcpuPerCore: number,
  choices: PlatformContext["choices"],
): Use {
  const rule = choiceOf(choices, "licensed-vcpu");
  const use = useOf(
    cluster,
    pool,
    "vCPU",
    (pool.shape.vcpu * pool.nodeCount) / vcpuPerCore,
    weightsOf(pool, "cpuMillicores"),
  );
  return {
    ...use,
    label: `${cluster.edition} licence, ${use.label}`,
    confidence: rule.confidence,
    sources: [...new Set([...rule.sources, ...pool.sources])],
    note: rule.note,
  };
}

/** Whether a pool's vCPU need a licence. */
export function isLicensed(
  pool: Pick<PoolsOfCluster["pools"][number], "role">,
  choices: PlatformContext["choices"],
): boolean {
  return pool.role !== "control-plane" || choiceOf(choices, "licensed-vcpu").chosen === "all";
}

/**
 * How a pool's nodes divide: a pool no tenant may use is overhead whole; elsewhere what tenants request is
 * workload, what platform and kubelet take is overhead, the rest is idle.
 */
export function dividePool(pool: NodePool, resource: "cpuMillicores" | "memoryBytes") {
  const capacity = pool.capacity[resource];
  if (pool.role !== "workload") return { workload: 0, overhead: capacity, idle: 0 };
  const workload = Math.min(pool.tenantRequests[resource], capacity);
  const overhead = Math.min(pool.platformRequests[resource] + pool.reserved[resource], capacity - workload);
  return { workload, overhead, idle: capacity - workload - overhead };
}

/** How a pool's extended resources divide: what tenants' pods ask for, and what is left. */
export function pieceWeights(pool: NodePool, counts: (name: string) => boolean): Weights {
  const all = pieceCount(pool.shape, counts) * pool.nodeCount;
  if (pool.role !== "workload") return [0n, BigInt(all), 0n];
  const asked = Math.min(all, pieceCount({ extended: pool.tenantExtended ?? {} }, counts));
  return [BigInt(asked), 0n, BigInt(all - asked)];
}

/** A pool's resource divided by what it serves, as weights of its cost. */
export function weightsOf(pool: NodePool, resource: "cpuMillicores" | "memoryBytes"): Weights {
  const { workload, overhead, idle } = dividePool(pool, resource);
  return [BigInt(workload), BigInt(overhead), BigInt(idle)];
}
