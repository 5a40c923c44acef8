import type { Finding, PlannedFleet } from "@nkp-planner/core";
import { assumptionsSheet } from "./assumptions-sheet.ts";
import { type FleetWorkbook, moneyFormulas } from "./cells.ts";
import { costsPart } from "./costs-sheet.ts";
import { marginPart } from "./margin-sheet.ts";
import { ownCostsPart } from "./own-costs-sheet.ts";
import { portionsOf } from "./portions.ts";
import { priceLinesPart } from "./price-lines-sheet.ts";
import { pricesPart } from "./prices-sheet.ts";
import { sharesPart } from "./shares-sheets.ts";
import { summarySheet } from "./summary-sheet.ts";
import { tenantsPart } from "./tenants-sheets.ts";

/**
 * A plan as a workbook whose formulas come to the plan's figures, to the cent: quantities and unit prices are numbers,
 * everything else follows from them, shares of tenants included.
 */
export function workbookOf(plan: PlannedFleet, findings: readonly Finding[] = []): FleetWorkbook {
  const money = moneyFormulas(plan.currency);
  const prices = pricesPart(plan);
  const costs = costsPart(plan, prices, money);
  const tenants = tenantsPart(plan);
  const portions = portionsOf(plan, costs, money);
  const own = ownCostsPart(plan, portions, tenants, money);
  const shares = sharesPart(plan, portions, tenants, money);
  const priceLines = priceLinesPart(plan, tenants, money);
  const margin = marginPart(plan, { own, shares, prices: priceLines }, money);
  return {
    title: `${plan.model.title}, ${plan.input.asOf}`,
    asOf: plan.input.asOf,
    moneyDigits: money.digits,
    sheets: [
      summarySheet(plan, { costs, shares, margin }, money),
      margin.sheet,
      costs.sheet,
      prices.sheet,
      tenants.sheet,
      own.sheet,
      shares.sheet,
      priceLines.sheet,
      assumptionsSheet(plan, findings),
      tenants.weights,
      shares.steps,
    ],
  };
}
