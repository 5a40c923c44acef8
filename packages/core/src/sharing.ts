import type { ClusterPlan } from "./clusters.ts";
import type { CostLine } from "./costs.ts";
import type { TenantId } from "./input.ts";
import { allocateMoney, type Money } from "./money.ts";
import { NOTHING, type Resources } from "./units.ts";

export type SharingMethod = "by-requests" | "uniform";

/** A cost line with what each tenant bears of it; the shares sum to the line exactly. */
export interface SharedLine {
  readonly line: CostLine;
  /** `own`: the cluster is the tenant's alone, so it bears the whole line. */
  readonly basis: SharingMethod | "own";
  readonly shares: ReadonlyMap<TenantId, Money>;
}

/**
 * Gives every cost line to tenants: a tenant's own cluster to that tenant, a management or central cluster to the
 * tenants of the clusters that it manages or that report to it, by the method. Tenants are taken in the order of their ids, so that
 * the cent that does not divide falls to the same one however the fleet is written.
 */
export function shareCosts(
  lines: readonly CostLine[],
  clusters: readonly ClusterPlan[],
  demands: ReadonlyMap<TenantId, Resources>,
  method: SharingMethod,
): readonly SharedLine[] {
  const bearers = new Map(clusters.map((cluster) => [cluster.name, bearersOf(cluster, clusters, demands, method)]));
  return lines.map((line) => {
    const { tenantIds, weights, basis } = bearers.get(line.clusterName) ?? {
      tenantIds: [],
      weights: [],
      basis: method,
    };
    const parts = allocateMoney(line.monthlyCost, weights);
    return { line, basis, shares: new Map(tenantIds.map((id, index) => [id, parts[index] as Money])) };
  });
}

interface Bearers {
  readonly tenantIds: readonly TenantId[];
  readonly weights: readonly bigint[];
  readonly basis: SharedLine["basis"];
}

function bearersOf(
  cluster: ClusterPlan,
  clusters: readonly ClusterPlan[],
  demands: ReadonlyMap<TenantId, Resources>,
  method: SharingMethod,
): Bearers {
  const [only, ...others] = cluster.tenantIds;
  if (only !== undefined && others.length === 0) return { tenantIds: [only], weights: [1n], basis: "own" };
  const tenantIds = clusters
    .filter(({ name, managedBy, reportsTo }) => [name, managedBy, reportsTo].includes(cluster.name))
    .flatMap((served) => served.tenantIds)
    .sort();
  const weights = method === "uniform" ? tenantIds.map(() => 1n) : requestWeights(tenantIds, demands);
  return { tenantIds, weights, basis: method };
}

/**
 * The mean of a tenant's share of all requested CPU and of all requested memory, as whole numbers:
 * cpu × Σmemory + memory × Σcpu. Where nobody requests one of the two, the other decides.
 */
function requestWeights(tenantIds: readonly TenantId[], demands: ReadonlyMap<TenantId, Resources>): readonly bigint[] {
  const requested = tenantIds.map((id) => demands.get(id) ?? NOTHING);
  const cpu = requested.map(({ cpuMillicores }) => BigInt(cpuMillicores));
  const memory = requested.map(({ memoryBytes }) => BigInt(memoryBytes));
  const sumOf = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n) || 1n;
  const [allCpu, allMemory] = [sumOf(cpu), sumOf(memory)];
  return tenantIds.map((_, index) => (cpu[index] ?? 0n) * allMemory + (memory[index] ?? 0n) * allCpu);
}
