import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { defineOperatingModel, findingText, moneyText, planFleet, shortfallsOf } from "@nkp-planner/core";

/** Everybody in one Starter cluster: a layout is all that a model is. */
const together = defineOperatingModel({
  id: "one-cluster",
  title: "One cluster for all",
  phrase: "one cluster for all",
  summary: "All tenants in one Starter cluster, kept apart by namespaces.",
  tone: "blue",
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
const plan = planFleet(exampleFleet, together, context);
const { totals } = plan;

console.log(`${totals.nodeCount} nodes, ${moneyText(totals.monthlyCost)} a month`);
for (const finding of shortfallsOf(plan)) console.log(findingText(finding));
