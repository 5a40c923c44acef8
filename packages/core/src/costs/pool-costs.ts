import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import type { NodePool } from "../pools/node-pool.ts";
import type { PoolsOfCluster } from "../pools/node-pools.ts";
import { rateOf } from "../prices/price-book.ts";
import type { RateKind } from "../prices/rate-kinds.ts";
import { tidy } from "../stage-line.ts";
import { billed, type Use } from "./billing.ts";
import type { CostDriver, CostLine, Weights } from "./cost-line.ts";

/** What the nodes of all clusters cost: the licence of their vCPU, and the infrastructure where it is priced by what nodes have. */
export function poolCosts(clusters: readonly ClusterPlan[], context: PlanningContext): readonly CostLine[] {
  const { choices, priceBook } = context;
  const pools = clusters.flatMap((cluster) => cluster.pools.map((pool) => ({ cluster, pool })));
  const licences = [...new Set(clusters.map(({ edition }) => edition))].flatMap((edition) => {
    const rate = rateOf(priceBook, `license-${edition}`);
    const uses = pools
      .filter(({ cluster, pool }) => cluster.edition === edition && isLicensed(pool, choices))
      .map(({ cluster, pool }) => licenceUse(cluster, pool, rate.vcpuPerCore, choices));
    return billed("license", rate, uses);
  });
  return [...licences, ...(priceBook.rates.has("host") ? [] : nodeCosts(pools, context))];
}

interface PoolOfCluster {
  readonly cluster: ClusterPlan;
  readonly pool: NodePool;
}

function nodeCosts(pools: readonly PoolOfCluster[], { priceBook }: PlanningContext): readonly CostLine[] {
  const of = (
    driver: CostDriver,
    kind: RateKind,
    what: string,
    each: (pool: NodePool) => number,
    resource: "cpuMillicores" | "memoryBytes",
  ) =>
    billed(
      driver,
      rateOf(priceBook, kind),
      pools.map(({ cluster, pool }) =>
        useOf(cluster, pool, what, each(pool) * pool.nodeCount, weightsOf(pool, resource)),
      ),
    );
  return [
    ...of("vcpu", "infrastructure-vcpu", "vCPU", ({ shape }) => shape.vcpu, "cpuMillicores"),
    ...of("memory", "infrastructure-memory", "memory", ({ shape }) => shape.memoryGiB, "memoryBytes"),
    // A disk has no request; it serves whom the node's CPU serves.
    ...of("storage", "infrastructure-storage", "node disks", ({ shape }) => shape.diskGiB, "cpuMillicores"),
  ];
}

function useOf(cluster: ClusterPlan, pool: NodePool, what: string, quantity: number, weights: Weights): Use {
  const { role, confidence, sources, note, shape, nodeCount } = pool;
  return {
    clusterName: cluster.name,
    poolRole: role,
    label: `${role} ${what}, ${nodeCount} × ${shape.vcpu} vCPU, ${shape.memoryGiB} GiB`,
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
  choices: PlanningContext["choices"],
): Use {
  const rule = choices.of("licensed-vcpu");
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
  choices: PlanningContext["choices"],
): boolean {
  return pool.role !== "control-plane" || choices.of("licensed-vcpu").chosen === "all";
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

export function weightsOf(pool: NodePool, resource: "cpuMillicores" | "memoryBytes"): Weights {
  const { workload, overhead, idle } = dividePool(pool, resource);
  return [BigInt(workload), BigInt(overhead), BigInt(idle)];
}
