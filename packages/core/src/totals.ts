import type { ClusterPlan } from "./clusters.ts";
import { type Attribution, type CostLine, sumAttributions } from "./costs/cost-line.ts";
import { dividePool, isLicensed } from "./costs/pool-costs.ts";
import type { CurrencyCode } from "./currency.ts";
import type { Infrastructure } from "./hosts/infrastructure.ts";
import type { TenantEconomics } from "./margin.ts";
import { type Money, ratioOf, subtractMoney, sumKnown, sumMoney } from "./money.ts";
import { costOfNodes } from "./node-costs.ts";
import type { Choices } from "./parameters.ts";
import type { NodePool } from "./pools/node-pool.ts";
import { type CostDriver, costDrivers } from "./prices/cost-drivers.ts";
import { gibOf, vcpuOf } from "./units.ts";

/** A plan in one column. vCPU and GiB are of node VMs; storage is their disks and all volume claims. */
export interface PlanTotals {
  readonly clusterCount: number;
  readonly nodeCount: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  readonly licensedVcpu: number;
  /** Nodes no tenant may use, and on shared nodes what platform and kubelet take. */
  readonly platformVcpu: number;
  readonly platformMemoryGiB: number;
  /** On nodes that tenants share: what nobody requests. */
  readonly idleVcpu: number;
  readonly idleMemoryGiB: number;
  /** Of all nodes: those that only the documented minimums ask for. */
  readonly floorAddedNodeCount: number;
  readonly floorAddedVcpu: number;
  readonly floorAddedMemoryGiB: number;
  /** Of all nodes: those held back so that a loss is survived. */
  readonly failureAddedNodeCount: number;
  readonly failureAddedVcpu: number;
  /** What these nodes cost; a part of monthlyCost. */
  readonly failureAddedMonthlyCost: Money;
  readonly ipAddressCount: number;
  /** Hosts under all clusters and Prism Central, spare ones included. */
  readonly hostCount: number;
  /** How many hosts' worth is used, of the resource used most; a part of hosts that are shared with others. */
  readonly usedHostCount: number;
  readonly monthlyCost: Money;
  readonly monthlyCostByDriver: Readonly<Record<CostDriver, Money>>;
  readonly monthlyCostByAttribution: Attribution;
  /** null: at least one tenant has no price. */
  readonly monthlyPrice: Money | null;
  readonly monthlyMargin: Money | null;
  readonly marginRatio: number | null;
  /** margin ÷ cost. */
  readonly markupRatio: number | null;
  /** price − what each tenant's own cluster costs; null where a price is unknown. */
  readonly contributionMonthlyMargin: Money | null;
  readonly oneTimeCost: Money;
  /** null: at least one tenant has no price. */
  readonly oneTimePrice: Money | null;
}

/** What totals are taken of. */
interface Parts {
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly costs: readonly CostLine[];
  readonly oneTimeCosts: readonly CostLine[];
  readonly tenants: readonly TenantEconomics[];
}

export function totalsOf(
  { clusters, infrastructure: { hosts }, costs, oneTimeCosts, tenants }: Parts,
  choices: Choices,
  currency: CurrencyCode,
): PlanTotals {
  const pools = clusters.flatMap((cluster) => cluster.pools);
  const sumPools = (of: (pool: NodePool) => number) => pools.reduce((sum, pool) => sum + of(pool), 0);
  const monthlyCost = sumMoney(
    costs.map((line) => line.amount),
    currency,
  );
  const monthlyPrice = sumKnown(
    tenants.map((tenant) => tenant.monthlyPrice),
    currency,
  );
  const monthlyMargin = monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost);
  return {
    clusterCount: clusters.length,
    nodeCount: sumPools(({ nodeCount }) => nodeCount),
    vcpu: sumPools((pool) => pool.nodeCount * pool.shape.vcpu),
    memoryGiB: sumPools((pool) => pool.nodeCount * pool.shape.memoryGiB),
    storageGiB: storageGiBOf(clusters),
    licensedVcpu: sumPools((pool) => licensedVcpuOf(pool, choices)),
    platformVcpu: vcpuOf(sumPools((pool) => dividePool(pool, "cpuMillicores").overhead)),
    platformMemoryGiB: gibOf(sumPools((pool) => dividePool(pool, "memoryBytes").overhead)),
    idleVcpu: vcpuOf(sumPools((pool) => dividePool(pool, "cpuMillicores").idle)),
    idleMemoryGiB: gibOf(sumPools((pool) => dividePool(pool, "memoryBytes").idle)),
    floorAddedNodeCount: sumPools(({ floorAddedNodeCount }) => floorAddedNodeCount),
    floorAddedVcpu: sumPools((pool) => pool.floorAddedNodeCount * pool.shape.vcpu),
    floorAddedMemoryGiB: sumPools((pool) => pool.floorAddedNodeCount * pool.shape.memoryGiB),
    failureAddedNodeCount: sumPools(({ failureAddedNodeCount }) => failureAddedNodeCount),
    failureAddedVcpu: sumPools((pool) => pool.failureAddedNodeCount * pool.shape.vcpu),
    failureAddedMonthlyCost: sumMoney(
      costOfNodes(clusters, costs, (pool) => pool.failureAddedNodeCount).map((part) => part.monthlyCost),
      currency,
    ),
    ipAddressCount: clusters.reduce((sum, { network }) => sum + network.addressCount, 0),
    hostCount: hosts.hostCount,
    usedHostCount: hosts.usedHostCount,
    monthlyCost,
    monthlyCostByDriver: byDriver(costs, currency),
    monthlyCostByAttribution: sumAttributions(
      costs.map(({ attribution }) => attribution),
      currency,
    ),
    monthlyPrice,
    monthlyMargin,
    marginRatio: monthlyPrice === null || monthlyMargin === null ? null : ratioOf(monthlyMargin, monthlyPrice),
    markupRatio: monthlyMargin === null ? null : ratioOf(monthlyMargin, monthlyCost),
    contributionMonthlyMargin: sumKnown(
      tenants.map((tenant) => tenant.contributionMonthlyMargin),
      currency,
    ),
    oneTimeCost: sumMoney(
      oneTimeCosts.map((line) => line.amount),
      currency,
    ),
    oneTimePrice: sumKnown(
      tenants.map((tenant) => tenant.oneTimePrice),
      currency,
    ),
  };
}

/** The sum of amounts that are all known; null where one is not. */
/** vCPU of a pool that need a licence. */
export function licensedVcpuOf(pool: NodePool, choices: Choices): number {
  return isLicensed(pool, choices) ? pool.nodeCount * pool.shape.vcpu : 0;
}

function storageGiBOf(clusters: readonly ClusterPlan[]): number {
  return gibOf(
    clusters.reduce(
      (bytes, cluster) =>
        bytes +
        cluster.platformClaimsBytes +
        cluster.tenantClaimsBytes +
        cluster.pools.reduce((disks, pool) => disks + pool.capacity.storageBytes, 0),
      0,
    ),
  );
}

function byDriver(costs: readonly CostLine[], currency: CurrencyCode): Readonly<Record<CostDriver, Money>> {
  const entries = costDrivers.map((driver) => {
    const lines = costs.filter((line) => line.driver === driver).map((line) => line.amount);
    return [driver, sumMoney(lines, currency)] as const;
  });
  return Object.fromEntries(entries) as Record<CostDriver, Money>;
}
