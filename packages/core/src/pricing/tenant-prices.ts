import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import { InputError } from "../errors.ts";
import type { PlanInput, Tenant, TenantId } from "../input.ts";
import { agreedLine, type PriceLine, priceLinesOf } from "./price-lines.ts";
import { contractProblemsWith, requireFlavours } from "./price-problems.ts";

/**
 * What each tenant pays, line by line: what is agreed with it, else what the price list asks. A tenant with neither is
 * not among them.
 * @throws InputError where a contract names what the list does not have, or the list has no price for a node
 */
export function pricesOfTenants(
  { tenants }: PlanInput,
  clusters: readonly ClusterPlan[],
  context: PlanningContext,
): ReadonlyMap<TenantId, readonly PriceLine[]> {
  const { priceList } = context;
  const agreed = tenants.flatMap((tenant) =>
    tenant.monthlyPrice !== null && paysAgreedPrice(tenant, context)
      ? [[tenant.id, [agreedLine(tenant.monthlyPrice)]] as const]
      : [],
  );
  if (priceList === undefined) return new Map(agreed);
  const ofTenant = clustersByTenant(clusters);
  const listed = tenants
    .filter((tenant) => !paysAgreedPrice(tenant, context))
    .map((tenant) => ({ tenant, clusters: ofTenant.get(tenant.id) ?? [] }));
  const problems = contractProblemsWith(tenants, priceList);
  if (problems.length > 0) throw new InputError("fleet", problems);
  requireFlavours(listed, priceList);
  return new Map([...agreed, ...listed.map((priced) => [priced.tenant.id, priceLinesOf(priced, priceList)] as const)]);
}

/** Whether a tenant pays what is agreed with it, and not what the price list asks. */
export function paysAgreedPrice(
  { monthlyPrice }: Pick<Tenant, "monthlyPrice">,
  { priceList, choices }: Pick<PlanningContext, "priceList" | "choices">,
): boolean {
  return monthlyPrice !== null && (priceList === undefined || choices.of("agreed-prices").chosen === "kept");
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
