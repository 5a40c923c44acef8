import { defineCriterion } from "./criterion.ts";
import { ratioOfTenants, tenantsUnderOne } from "./tenants-of.ts";

/** How many tenants share a cluster or what manages it. */
export const isolation = defineCriterion({
  id: "isolation",
  title: "Tenants that share a cluster or plane",
  measures:
    "Tenants that live with others in one cluster or under one management cluster, as a part of all; hosts and the stack to which agents report are not counted.",
  unit: "ratio",
  better: "less",
  measure: (model) =>
    ratioOfTenants(
      model,
      tenantsUnderOne(model)
        .filter((together) => together.length > 1)
        .flat(),
    ),
  measureOfTenant: (model, tenantId) =>
    tenantsUnderOne(model).some((together) => together.length > 1 && together.includes(tenantId)) ? 1 : 0,
});
