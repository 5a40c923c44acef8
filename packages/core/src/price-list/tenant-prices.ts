import { InputError } from "../base/findings/input-error.ts";
import type { Money } from "../base/money.ts";
import { type ClusterPlan, daemonDemandsIn } from "../clusters/clusters.ts";
import { NO_DEMAND } from "../demand/demand.ts";
import type { PlanInput, Tenant, TenantId } from "../input/fleet.ts";
import { type Choices, choiceOf } from "../input/parameters.ts";
import type { PricedTenant } from "./bases/price-basis.ts";
import type { PlanningContext } from "./planning-context.ts";
import { agreedLine, type PriceLine, priceLinesOf } from "./price-lines.ts";
import type { PriceList } from "./price-list.ts";
import { contractProblemsWith, requireFlavours } from "./price-problems.ts";

/**
 * What each tenant pays, line by line: what is agreed with it, else what the price list asks. A tenant with neither is
 * not among them.
 * @throws InputError where a contract names what the list does not have, or the list has no price for a node
 */
export function pricesOfTenants(
  { tenants }: Pick<PlanInput, "tenants">,
  clusters: readonly ClusterPlan[],
  context: PlanningContext,
): ReadonlyMap<TenantId, readonly PriceLine[]> {
  const { priceList } = context;
  const { agreed, listed } = pricedTenants(tenants, clusters, context);
  const kept = agreed.map(({ tenantId, monthlyPrice }) => [tenantId, [agreedLine(monthlyPrice)]] as const);
  if (priceList === undefined) return new Map(kept);
  const problems = contractProblemsWith(tenants, priceList);
  if (problems.length > 0) throw new InputError("fleet", problems);
  requireFlavours(listed, priceList);
  return new Map([...kept, ...listed.map((priced) => [priced.tenant.id, priceLinesOf(priced, priceList)] as const)]);
}

/** Who pays what is agreed with it, and who by the price list; a tenant with neither is in neither. */
export function pricedTenants(
  tenants: readonly Tenant[],
  clusters: readonly ClusterPlan[],
  context: { readonly priceList?: PriceList | undefined; readonly choices: Choices },
): {
  readonly agreed: readonly { readonly tenantId: TenantId; readonly monthlyPrice: Money }[];
  readonly listed: readonly PricedTenant[];
} {
  const ofTenant = clustersByTenant(clusters);
  const daemonDemands = daemonDemandsIn(clusters);
  return {
    agreed: tenants.flatMap((tenant) =>
      tenant.monthlyPrice !== null && paysAgreedPrice(tenant, context)
        ? [{ tenantId: tenant.id, monthlyPrice: tenant.monthlyPrice }]
        : [],
    ),
    listed:
      context.priceList === undefined
        ? []
        : tenants
            .filter((tenant) => !paysAgreedPrice(tenant, context))
            .map((tenant) => ({
              tenant,
              daemons: daemonDemands.get(tenant.id) ?? NO_DEMAND,
              clusters: ofTenant.get(tenant.id) ?? [],
            })),
  };
}

/** Whether a tenant pays what is agreed with it, and not what the price list asks. */
export function paysAgreedPrice(
  { monthlyPrice }: Pick<Tenant, "monthlyPrice">,
  { priceList, choices }: { readonly priceList?: PriceList | undefined; readonly choices: Choices },
): boolean {
  return monthlyPrice !== null && (priceList === undefined || choiceOf(choices, "agreed-prices").chosen === "kept");
}

/** The clusters that are a tenant's alone. */
function clustersByTenant(clusters: readonly ClusterPlan[]): ReadonlyMap<TenantId, readonly ClusterPlan[]> {
  const all = new Map<TenantId, ClusterPlan[]>();
  for (const cluster of clusters) {
    const [only, ...others] = cluster.tenantIds;
    if (only === undefined || others.length > 0) continue;
    all.set(only, [...(all.get(only) ?? []), cluster]);
  }
  return all;
}
