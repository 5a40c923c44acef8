import { followed, ownPlan, sharedPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const sharing = defineStage({
  id: "sharing",
  title: "Sharing to tenants",
  lead: "Who bears what: a tenant its own cluster, and a share of what serves several.",
  text: [
    "What arises in a tenant's own cluster is that tenant's. What arises in a management or central cluster is shared by the tenants of the clusters it looks after. What belongs to no cluster is shared by all.",
    "Shares go by requests unless you choose otherwise: the mean of a tenant's part of all CPU and its part of all memory. Whatever the method, shares sum to the line to the cent. The cent that does not divide falls to the largest remainder, tenants taken in the order of their ids, so that the order of a file moves nothing.",
  ],
  formula: [
    "share of a tenant = cost × weight ÷ Σ weights, by largest remainder",
    "weight by requests = (CPU ÷ Σ CPU + memory ÷ Σ memory) ÷ 2",
    "cost of a tenant = own cost + Σ shares",
  ],
  terms: [
    ["own", "arises in the tenant's own cluster"],
    ["shared", "the tenant's share of what serves several"],
  ],
  example: `${followed.name}, once with everything of its own but the central stack, once below a shared plane.`,
  figures: [
    { plan: sharedPlan, id: `tenant.${followed.id}.sharedMonthlyCost` },
    { plan: ownPlan, id: `tenant.${followed.id}.sharedMonthlyCost` },
    { plan: sharedPlan, id: `tenant.${followed.id}.ownMonthlyCost` },
  ],
  choices: ["shared-cost"],
  code: ["packages/core/src/costs/sharing.ts", "packages/core/src/base/money.ts"],
});
