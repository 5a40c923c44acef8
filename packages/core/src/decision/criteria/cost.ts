import { moneyAsNumber } from "../../base/money.ts";
import { defineCriterion } from "./criterion.ts";
import { economicsOfTenant } from "./tenants-of.ts";

/** What the fleet costs. */
export const cost = defineCriterion({
  id: "cost",
  title: "Cost a month",
  measures:
    "What all of it costs a month, as the plan has it; of a tenant its own cost and its share of what is shared.",
  unit: "money a month",
  better: "less",
  measure: ({ plan }) => moneyAsNumber(plan.totals.monthlyCost),
  measureOfTenant: (model, tenantId) => moneyAsNumber(economicsOfTenant(model, tenantId).monthlyCost),
});
