import type { ClusterPlan } from "./clusters.ts";
import { quantityWeights } from "./costs/billing.ts";
import type { CostLine, CostPortion } from "./costs/cost-line.ts";
import { InputError } from "./errors.ts";
import type { Tenant, TenantId } from "./input.ts";
import { addMoney, allocateMoney, type Money } from "./money.ts";
import { NOTHING, type Resources } from "./units.ts";

/** What a cost that serves several tenants is split by. */
export const SHARING_METHODS = ["by-requests", "uniform", "by-nodes", "by-weights"] as const;
export type SharingMethod = (typeof SHARING_METHODS)[number];

/** A portion of a line with what each tenant bears of it; the shares sum to the portion exactly. */
export interface Split {
  readonly portion: CostPortion;
  /** `own`: the cluster is the tenant's alone, so it bears the whole portion. */
  readonly basis: SharingMethod | "own";
  readonly shares: ReadonlyMap<TenantId, Money>;
}

/** A cost line with what each tenant bears of it; the shares sum to the line exactly. */
export interface SharedLine {
  readonly line: CostLine;
  readonly splits: readonly Split[];
}

/** What shares are reckoned by, one entry a tenant. */
export interface SharingBasis {
  readonly tenants: readonly Pick<Tenant, "id" | "name" | "shareWeight">[];
  readonly requests: ReadonlyMap<TenantId, Resources>;
}

/**
 * Gives every cost line to tenants: what arises in a tenant's own cluster to that tenant; what arises in a management
 * or central cluster to the tenants of the clusters that it manages or that report to it; what belongs to no cluster to
 * all of them, by the method. Tenants are taken in the order of their ids, so that the cent that does not divide falls
 * to the same one however the fleet is written.
 * @throws InputError where shares go by weights and a tenant has none
 */
export function shareCosts(
  lines: readonly CostLine[],
  clusters: readonly ClusterPlan[],
  basis: SharingBasis,
  method: SharingMethod,
): readonly SharedLine[] {
  if (method === "by-weights") requireWeights(basis);
  const bearers = new Map<string | null, Bearers>(
    clusters.map((cluster) => [cluster.name, bearersOf(cluster, clusters, basis, method)]),
  );
  const everybody = basis.tenants.map(({ id }) => id);
  bearers.set(null, sharedAmong(everybody, clusters, basis, method));
  return lines.map((line) => ({
    line,
    splits: line.portions.map((portion) => split(portion, bearers.get(portion.clusterName) as Bearers)),
  }));
}

/** What a tenant bears of a line, by whether it arises in its own cluster; null where it bears nothing of that kind. */
export function sharesOf(
  { splits }: SharedLine,
  tenantId: TenantId,
): { readonly own: Money | null; readonly shared: Money | null } {
  const sumOf = (isOwn: boolean) =>
    splits
      .filter(({ basis }) => (basis === "own") === isOwn)
      .flatMap(({ shares }) => shares.get(tenantId) ?? [])
      .reduce<Money | null>((sum, share) => (sum === null ? share : addMoney(sum, share)), null);
  return { own: sumOf(true), shared: sumOf(false) };
}

interface Bearers {
  readonly tenantIds: readonly TenantId[];
  readonly weights: readonly bigint[];
  readonly basis: Split["basis"];
}

function split(portion: CostPortion, { tenantIds, weights, basis }: Bearers): Split {
  const parts = allocateMoney(portion.monthlyCost, weights);
  return { portion, basis, shares: new Map(tenantIds.map((id, index) => [id, parts[index] as Money])) };
}

function bearersOf(
  cluster: ClusterPlan,
  clusters: readonly ClusterPlan[],
  basis: SharingBasis,
  method: SharingMethod,
): Bearers {
  const [only, ...others] = cluster.tenantIds;
  if (only !== undefined && others.length === 0) return { tenantIds: [only], weights: [1n], basis: "own" };
  const served = clusters
    .filter(({ name, managedBy, reportsTo }) => [name, managedBy, reportsTo].includes(cluster.name))
    .flatMap(({ tenantIds }) => tenantIds);
  return sharedAmong(served, clusters, basis, method);
}

function sharedAmong(
  tenantIds: readonly TenantId[],
  clusters: readonly ClusterPlan[],
  basis: SharingBasis,
  method: SharingMethod,
): Bearers {
  const ids = [...tenantIds].sort();
  return { tenantIds: ids, weights: WEIGHTS[method](ids, basis, clusters), basis: method };
}

type WeightsOf = (
  tenantIds: readonly TenantId[],
  basis: SharingBasis,
  clusters: readonly ClusterPlan[],
) => readonly bigint[];

/** Another method is another line here. */
const WEIGHTS: Readonly<Record<SharingMethod, WeightsOf>> = {
  uniform: (tenantIds) => tenantIds.map(() => 1n),
  "by-requests": (tenantIds, { requests }) => requestWeights(tenantIds, requests),
  "by-nodes": (tenantIds, _basis, clusters) => {
    const nodes = new Map(
      clusters.flatMap(({ tenantIds: ids, nodes: { workers } }) => ids.map((id) => [id, workers] as const)),
    );
    return tenantIds.map((id) => BigInt(nodes.get(id) ?? 0));
  },
  "by-weights": (tenantIds, { tenants }) => {
    const weights = new Map(tenants.map(({ id, shareWeight }) => [id, shareWeight ?? 0]));
    return quantityWeights(tenantIds.map((id) => weights.get(id) ?? 0));
  },
};

/**
 * The mean of a tenant's share of all requested CPU and of all requested memory, as whole numbers:
 * cpu × Σmemory + memory × Σcpu. Where nobody requests one of the two, the other decides.
 */
function requestWeights(tenantIds: readonly TenantId[], requests: ReadonlyMap<TenantId, Resources>): readonly bigint[] {
  const requested = tenantIds.map((id) => requests.get(id) ?? NOTHING);
  const cpu = requested.map(({ cpuMillicores }) => BigInt(cpuMillicores));
  const memory = requested.map(({ memoryBytes }) => BigInt(memoryBytes));
  const sumOf = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n) || 1n;
  const [allCpu, allMemory] = [sumOf(cpu), sumOf(memory)];
  return tenantIds.map((_, index) => (cpu[index] ?? 0n) * allMemory + (memory[index] ?? 0n) * allCpu);
}

function requireWeights({ tenants }: SharingBasis): void {
  const without = tenants.filter(({ shareWeight }) => shareWeight === null);
  if (without.length === 0) return;
  throw new InputError(
    "fleet",
    without.map(({ id, name }) => ({
      path: ["tenants", tenants.findIndex((tenant) => tenant.id === id), "shareWeight"],
      found: `no weight for ${name}`,
      expected: "one for each tenant, as shares go by weights",
      fix: "add for example shareWeight: 1",
    })),
  );
}
