import { defineCriterion } from "./criterion.ts";
import { economicsOfTenant } from "./tenants-of.ts";

/** What is left of what tenants pay. */
export const margin = defineCriterion({
  id: "margin",
  title: "Margin, % of the price",
  measures: "What is left of what tenants pay a month, as a part of it; not known where a tenant has no price.",
  unit: "ratio",
  better: "more",
  measure: ({ plan }) => plan.totals.marginRatio,
  measureOfTenant: (model, tenantId) => economicsOfTenant(model, tenantId).marginRatio,
});
