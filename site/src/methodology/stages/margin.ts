import { examplePriceList, planningContext } from "@nkp-planner/catalog";
import { operatingModels, plannedFleet } from "@nkp-planner/core";
import { context, fleet, followed, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const model = operatingModels.find(({ id }) => id === ownPlan.model.id) as (typeof operatingModels)[number];

/** The same fleet where nobody has a price of its own: everybody pays by the list. */
const listed = plannedFleet(
  fleet,
  model,
  planningContext({
    release: fleet.release,
    priceBook: context.priceBook,
    priceList: examplePriceList,
    settings: { "agreed-prices": "ignored" },
  }),
);

const of = (field: string) => `tenant.${followed.id}.${field}`;

export const margin = defineStage({
  id: "margin",
  title: "Price and margin",
  lead: "What a tenant pays, by agreement or by your price list, and what is left of it.",
  text: [
    "A tenant pays the price agreed with it, or what the list asks: by cluster, vCPU, GiB, node and so on, with tiers, steps, bundles, a minimum fee, support in percent, and discounts up to a ceiling. Every line is a quantity times a price, rounded once.",
    "Margin and markup are two things: margin is a part of the price, markup a part of the cost. The contribution margin counts a tenant's own cluster only; what it leaves goes towards the platform that all share.",
    "A tenant without a price has an unknown margin, and the fleet then has one too: unknown, never zero.",
  ],
  formula: [
    "margin = price − cost",
    "margin ratio = (price − cost) ÷ price",
    "markup ratio = (price − cost) ÷ cost",
    "contribution margin = price − own cost",
  ],
  terms: [
    ["price", "a month, without tax; one-off prices stand apart"],
    ["cost", "own cost and shares, as the stage before found them"],
  ],
  example: `${followed.name}: at its agreed price, then by the example price list, which is invented.`,
  figures: [
    { plan: ownPlan, id: of("monthlyPrice") },
    { plan: ownPlan, id: of("monthlyMargin") },
    { plan: ownPlan, id: of("marginRatio") },
    { plan: listed, id: of("monthlyPrice") },
    { plan: listed, id: of("contributionMonthlyMargin") },
  ],
  choices: ["agreed-prices"],
  code: [
    "packages/core/src/plan/totals/margin.ts",
    "packages/core/src/price-list/tenant-prices.ts",
    "packages/core/src/price-list/price-lines.ts",
  ],
});
