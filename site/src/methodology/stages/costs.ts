import { comparison, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const costs = defineStage({
  id: "costs",
  title: "Costs by driver",
  lead: "What a month costs, line by line: a quantity that the plan counted, times a rate of your price book.",
  text: [
    "Each line has one driver: licences, infrastructure by vCPU, GiB and disk or by the host, power, Prism Central, support, backup, labour, others. What the price book does not price is left out and named among the assumptions, unless another rate is meant to cover it.",
    "A rate may have tiers, steps, a minimum, an included quantity and a currency of its own with a dated exchange rate. Money is decimal and rounded once, to the cent, when the line is made; a sum is the sum of rounded lines.",
    "Labour is hours to run and to upgrade each cluster. No source gives such hours: the assumption says so, and your time sheets should replace it. One-off costs stand apart and enter no month.",
  ],
  formula: [
    "line = round(quantity × rate), to the smallest unit of the currency",
    "upgrade hours a month = hours of one upgrade × (365 ÷ 12) ÷ days between two minor releases",
    "cost a month = Σ lines",
  ],
  terms: [
    ["quantity", "vCPU, GiB, hosts, claims, hours or clusters, as the plan counts them"],
    ["rate", "price of one unit in a month, from the price book"],
  ],
  example: "The whole bill of each model, then one driver down to its clusters.",
  figures: [
    ...comparison.plans.map((plan) => ({ plan, id: "monthlyCost" })),
    { plan: ownPlan, id: "monthlyCost.labour" },
  ],
  choices: [
    "operations-hours-self-managed",
    "operations-hours-attached",
    "operations-hours-management",
    "upgrade-hours-self-managed",
    "upgrade-hours-attached",
    "upgrade-hours-management",
    "days-between-minors",
    "onboarding-hours",
  ],
  code: [
    "packages/core/src/costs/costs.ts",
    "packages/core/src/costs/cost-line.ts",
    "packages/core/src/prices/price-kinds.ts",
    "packages/core/src/prices/tariff.ts",
  ],
});
