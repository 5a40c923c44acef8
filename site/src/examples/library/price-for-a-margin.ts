import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { moneyText, operatingModels, planFleet, targetPricesOf } from "@nkp-planner/core";

const context = planningContext({
  release: exampleFleet.release,
  priceBook: examplePriceBook,
  settings: { floors: "none", "shared-cost": "uniform" },
});
const [model] = operatingModels;
if (model === undefined) throw new Error("no model");

for (const { name, floorMonthlyPrice, targetMonthlyPrice } of targetPricesOf(
  planFleet(exampleFleet, model, context),
  0.25,
))
  console.log(
    `${name}: no loss from ${moneyText(floorMonthlyPrice)}, a margin of 25 % at ${moneyText(targetMonthlyPrice)}`,
  );
