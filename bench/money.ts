import { examplePriceBook, examplePriceList, planningContext } from "@nkp-planner/catalog";
import { defaultModels, type FleetPlan, moneyAsNumber, pricedPlan, structureOf } from "@nkp-planner/core";
import { HyperFormula } from "hyperformula";
import { fleetOf, RELEASE } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { medianMs, middleMs, progress } from "./timing.ts";

const TENANT_COUNT = 10_000;
const QUICK_TENANT_COUNT = 1000;
const MODELS = defaultModels.filter(({ id }) => id !== "hybrid");

/** How long pricing tenants takes that are planned already, beside a spreadsheet engine that does the same sums. */
export function measureMoney(isQuick: boolean): void {
  measurePricing(isQuick ? QUICK_TENANT_COUNT : TENANT_COUNT);
}

function measurePricing(tenantCount: number): void {
  const model = MODELS[0] as (typeof MODELS)[number];
  const input = fleetOf("repeated", tenantCount);
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook, priceList: examplePriceList });
  progress(`planning ${tenantCount} tenants`);
  const structure = structureOf(input, model, context);
  progress("pricing them: costs, shares, prices, margins");
  const oursMs = middleMs(3, () => pricedPlan(input, model, structure, context));
  const plan = pricedPlan(input, model, structure, context);
  progress("the same sums in a sheet");
  const sheet = sheetOf(plan);
  let price = 20;
  const sheetMs = medianMs(() => {
    price = price === 20 ? 21 : 20;
    sheet.setCellContents({ sheet: 0, row: 0, col: 0 }, price);
  });
  printPart(
    `6  Pricing ${tenantCount} tenants that are planned already, one model`,
    [
      `Ours: ${plan.costs.length} cost lines with their portions, shares to the cent, price lists with tiers,`,
      "support and discounts, margins, assumptions.",
      `HyperFormula: quantity × price of the same ${plan.costs.length} cost lines, rounded, and their sums by tenant;`,
      "one price changes.",
    ],
    tableText(
      ["", "time", "ratio"],
      [
        ["HyperFormula: change one price, recalculate", timeText(sheetMs), figureText(1)],
        ["ours: price the fleet again", timeText(oursMs), figureText(oursMs / sheetMs)],
      ],
    ),
  );
  sheet.destroy();
}

/** Prices in the first column, a row a cost line from the second on, and sums by cluster. */
function sheetOf({ costs }: FleetPlan): HyperFormula {
  const skus = [...new Set(costs.map(({ rate }) => rate.sku))];
  const prices = skus.map((sku) =>
    moneyAsNumber((costs.find(({ rate }) => rate.sku === sku) as FleetPlan["costs"][number]).unitPrice),
  );
  const clusters = [...new Set(costs.map(({ clusterName }) => clusterName ?? "fleet"))];
  const last = costs.length;
  // Lines of a cluster stand together, so that a plain sum does: looking names up would take the engine far longer.
  const places = costs.map(({ clusterName }) => clusterName ?? "fleet");
  const sumOf = (cluster: string) => `=SUM(E${places.indexOf(cluster) + 1}:E${places.lastIndexOf(cluster) + 1})`;
  const rows = costs.map(({ rate, quantity, clusterName }, index) => [
    index < prices.length ? prices[index] : null,
    index === 0 ? `=SUM(E1:E${last})` : null,
    clusterName ?? "fleet",
    quantity,
    `=ROUND(D${index + 1}*$A$${skus.indexOf(rate.sku) + 1},2)`,
    index < clusters.length ? clusters[index] : null,
    index < clusters.length ? sumOf(clusters[index] as string) : null,
  ]);
  return HyperFormula.buildFromArray(rows as (string | number | null)[][], {
    licenseKey: "gpl-v3",
    maxRows: Math.max(40_000, last * 2),
  });
}
