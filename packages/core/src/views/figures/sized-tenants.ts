import type { SizedTenant } from "../../base/figure.ts";
import type { TenantEconomics } from "../../plan/totals/margin.ts";

/** Those of some tenants whose fleet says where their sizes come from. */
export function sizedTenants(tenants: readonly TenantEconomics[]): readonly SizedTenant[] {
  return tenants.flatMap(({ tenantId, name, origin }) => (origin === undefined ? [] : [{ tenantId, name, origin }]));
}
