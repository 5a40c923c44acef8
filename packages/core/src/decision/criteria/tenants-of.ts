import { groupedBy } from "../../base/grouped.ts";
import type { TenantId } from "../../input/fleet.ts";
import type { TenantEconomics } from "../../plan/totals/margin.ts";
import type { MeasuredModel } from "./criterion.ts";

/** What a tenant of the plan pays, costs and leaves. */
export function economicsOfTenant({ plan }: MeasuredModel, tenantId: TenantId): TenantEconomics {
  const found = plan.tenants.find((one) => one.tenantId === tenantId);
  if (found === undefined) throw new Error(`The plan has no tenant ${tenantId}.`);
  return found;
}

/** Tenants as they stand together: in a cluster that manages itself, or under one management cluster. */
export function tenantsUnderOne({ plan }: MeasuredModel): readonly (readonly TenantId[])[] {
  const groups = groupedBy(plan.clusters, ({ name, managedBy }) => managedBy ?? name);
  return [...groups.values()].map((clusters) => clusters.flatMap(({ tenantIds }) => tenantIds));
}

/** Some of the tenants as a part of all; null where there are none at all. */
export function ratioOfTenants({ plan }: MeasuredModel, some: readonly TenantId[]): number | null {
  return plan.tenants.length === 0 ? null : some.length / plan.tenants.length;
}
