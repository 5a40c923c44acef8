import type { Finding, PlannedFleet } from "@nkp-planner/core";
import { assumptionsSheet } from "./assumptions-sheet.ts";
import { type FleetWorkbook, moneyFormulas } from "./cells.ts";
import { clustersPart } from "./clusters-sheet.ts";
import { costsPart } from "./costs-sheet.ts";
import { hostLoadsPart } from "./host-loads-sheets.ts";
import { hostsPart } from "./hosts-sheet.ts";
import { quantitiesOf } from "./line-quantities.ts";
import { lostHostsPart } from "./lost-hosts-sheet.ts";
import { marginPart } from "./margin-sheet.ts";
import { nodesPart } from "./nodes-sheet.ts";
import { ownCostsPart } from "./own-costs-sheet.ts";
import { placedHosts } from "./placed-hosts.ts";
import { portionsOf } from "./portions.ts";
import { priceLinesPart } from "./price-lines-sheet.ts";
import { pricesPart } from "./prices-sheet.ts";
import { Quantities } from "./quantities-sheet.ts";
import { sharesPart } from "./shares-sheets.ts";
import { summarySheet } from "./summary-sheet.ts";
import { tenantsPart } from "./tenants-sheets.ts";

/**
 * A plan as a workbook whose formulas come to the plan's figures, to the cent: counts of nodes and hosts, hours, claims
 * and unit prices are inputs, everything else follows from them, shares of tenants included.
 */
export function workbookOf(plan: PlannedFleet, findings: readonly Finding[] = []): FleetWorkbook {
  const money = moneyFormulas(plan.currency);
  const prices = pricesPart(plan);
  const nodes = nodesPart(plan);
  const clusters = clustersPart(plan, nodes);
  const hosts = hostsPart(plan, nodes, clusters);
  const placed = placedHosts(plan);
  const loads = hostLoadsPart(placed, nodes, hosts);
  const lost = lostHostsPart(placed, loads);
  const quantities = new Quantities(plan);
  const counted = quantitiesOf(plan, { nodes, clusters, hosts, quantities });
  const costs = costsPart(plan, prices, counted, money);
  const tenants = tenantsPart(plan);
  const portions = portionsOf(plan, costs, money);
  const own = ownCostsPart(plan, portions, tenants, money);
  const shares = sharesPart(plan, portions, tenants, money);
  const priceLines = priceLinesPart(plan, { nodes, clusters, tenants }, money);
  const margin = marginPart(plan, { own, shares, prices: priceLines }, money);
  return {
    title: `${plan.model.title}, ${plan.input.asOf}`,
    asOf: plan.input.asOf,
    moneyDigits: money.digits,
    sheets: [
      summarySheet(plan, { costs, shares, margin, counts: { nodes, clusters, hosts, loads, lost } }, money),
      margin.sheet,
      costs.sheet,
      prices.sheet,
      clusters.sheet,
      nodes.sheet,
      hosts.sheet,
      loads.loads,
      loads.placed,
      lost.sheet,
      quantities.sheet,
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
