import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { defineOperatingModel, moneyText, planFleet } from "@nkp-planner/core";

/** Everybody in one Starter cluster: a layout is all that a model is. */
const together = defineOperatingModel({
  id: "one-cluster",
  title: "One cluster for all",
  phrase: "one cluster for all",
  summary: "All tenants in one Starter cluster, kept apart by namespaces.",
  layout: (tenants) => [
    {
      name: "everybody",
      role: "self-managed",
      edition: "starter",
      tenantIds: tenants.map(({ id }) => id),
      managedBy: null,
      poolRoles: ["control-plane", "workload"],
    },
  ],
});
const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
const { totals, shortfalls } = planFleet(exampleFleet, together, context);

console.log(`${totals.nodeCount} nodes, ${moneyText(totals.monthlyCost)} a month`);
for (const { statement } of shortfalls) console.log(statement);
