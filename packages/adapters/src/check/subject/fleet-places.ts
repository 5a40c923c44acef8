import type { ClusterPlan } from "@nkp-planner/core";
import type { FilePlace } from "./about.ts";
import type { Checked } from "./checked.ts";

type Fleet = Pick<Checked, "tenantIds" | "fleet">;

/** Where a tenant stands in the fleet file; the file itself where it does not say the tenant. */
function placeOfTenant({ tenantIds, fleet }: Fleet, id: string): FilePlace {
  const index = tenantIds.indexOf(id);
  return fleet(index < 0 ? [] : ["tenants", index, "id"]);
}

/** Where a planned cluster comes from: the first of its tenants, or the fleet where it is nobody's. */
export function placeOfPlanned(checked: Fleet, { tenantIds: [first] }: Pick<ClusterPlan, "tenantIds">): FilePlace {
  return first === undefined ? checked.fleet([]) : placeOfTenant(checked, first);
}
