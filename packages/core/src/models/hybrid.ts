import { defineOperatingModel } from "./operating-model.ts";
import { starterSelfManaged } from "./starter-self-managed.ts";
import { ultimateCentralized } from "./ultimate-centralized.ts";

/** Tenants that keep the pace of the fleet on one Ultimate plane, each other one on a Starter cluster of its own. */
export const hybrid = defineOperatingModel({
  id: "hybrid",
  title: "Hybrid",
  phrase: "the hybrid",
  summary:
    "Tenants that keep the fleet's cadence are attached to one Ultimate plane; the others run their own Starter.",
  tone: "amber",
  layout: (tenants) => [
    ...ultimateCentralized.layout(tenants.filter((tenant) => tenant.upgradeCadence === "fleet")),
    ...starterSelfManaged.layout(tenants.filter((tenant) => tenant.upgradeCadence === "own")),
  ],
});
