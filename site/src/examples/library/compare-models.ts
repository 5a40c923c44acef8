import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { compareModels, defaultModels, messageText, moneyText, parseFleet, valueText } from "@nkp-planner/core";

const fleet = parseFleet({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    { id: "orchid", workloads: [{ name: "db", replicas: 3, requests: { cpu: "2", memory: "8Gi" } }] },
    { id: "fern", demand: { pods: 40, cpu: "12", memory: "48Gi", largestPod: { cpu: "2", memory: "8Gi" } } },
  ],
});
const context = planningContext({ release: fleet.release, priceBook: examplePriceBook });
const { verdict, plans } = compareModels(fleet, defaultModels, context, "ultimate-centralized");

console.log(messageText(verdict.message, valueText));
for (const { model, totals } of plans)
  console.log(`${model.title}: ${totals.nodeCount} nodes, ${moneyText(totals.monthlyCost)} a month`);
