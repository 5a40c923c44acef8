import { exampleFleet, examplePriceBook, planningContext, sources } from "@nkp-planner/catalog";
import { figureOf, operatingModels, plannedFleet } from "@nkp-planner/core";

const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
const [model] = operatingModels;
if (model === undefined) throw new Error("no model");
const figure = figureOf(plannedFleet(exampleFleet, model, context), "monthlyCost");

for (const { label, quantity, quantityUnit, rate, value, confidence, sources: cited } of figure.lines) {
  const price = rate !== null && typeof rate === "object" ? rate.amount : rate;
  const cost = value !== null && typeof value === "object" ? value.amount : value;
  console.log(`${label}: ${quantity} ${quantityUnit} × ${price} = ${cost}`);
  console.log(`  ${confidence}: ${sources.get(cited[0] ?? "")?.title}, and ${cited.length - 1} more`);
}
