import type { CurrencyCode } from "../../base/currency.ts";
import { type Money, subtractMoney, sumKnown, sumMoney } from "../../base/money.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { Infrastructure } from "../../clusters/hosts/infrastructure.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import type { CostLine } from "../../costs/cost-line.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import type { TenantEconomics } from "./margin.ts";

/** The parts of a plan that totals are taken of. */
export interface PlanParts {
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly costs: readonly CostLine[];
  readonly oneTimeCosts: readonly CostLine[];
  readonly tenants: readonly TenantEconomics[];
}

/** The same at hand for every definition, with the sums that several rest on. */
export interface TotalParts extends Omit<PlanParts, "infrastructure"> {
  readonly platform: PlatformContext;
  readonly currency: CurrencyCode;
  readonly pools: readonly NodePool[];
  readonly hostClusters: Infrastructure["hostClusters"];
  readonly monthlyCost: Money;
  /** null: at least one tenant has no price. */
  readonly monthlyPrice: Money | null;
  readonly monthlyMargin: Money | null;
}

/** What every total of a plan is taken of. */
export function totalPartsOf(
  { clusters, infrastructure: { hostClusters }, costs, oneTimeCosts, tenants }: PlanParts,
  platform: PlatformContext,
  currency: CurrencyCode,
): TotalParts {
  const monthlyCost = sumMoney(
    costs.map((line) => line.amount),
    currency,
  );
  const monthlyPrice = sumKnown(
    tenants.map((tenant) => tenant.monthlyPrice),
    currency,
  );
  return {
    clusters,
    costs,
    oneTimeCosts,
    tenants,
    platform,
    currency,
    pools: clusters.flatMap((cluster) => cluster.pools),
    hostClusters,
    monthlyCost,
    monthlyPrice,
    monthlyMargin: monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost),
  };
}

/** The sum of something over all pools. */
export function sumPools({ pools }: Pick<TotalParts, "pools">, of: (pool: NodePool) => number): number {
  return pools.reduce((sum, pool) => sum + of(pool), 0);
}
