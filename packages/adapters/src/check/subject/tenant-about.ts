import type { TenantId } from "@nkp-planner/core";
import type { About } from "./about.ts";
import type { Checked } from "./checked.ts";

/**
 * What a judgement about a tenant is about, at a property of it in the fleet file. Where some tenants are not under
 * contract on the day of the fleet, a plan does not say which place the others have: then it is the list of them.
 */
export function aboutTenant({ plan, fleet }: Checked, tenantId: TenantId, ...path: readonly string[]): About {
  const { tenants, absentTenants } = plan.input;
  const index = tenants.findIndex(({ id }) => id === tenantId);
  const place = absentTenants.length > 0 || index < 0 ? fleet(["tenants"]) : fleet(["tenants", index, ...path]);
  return { what: `tenant ${tenantId}`, clusterName: null, poolName: null, place };
}
