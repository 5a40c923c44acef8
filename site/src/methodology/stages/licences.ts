import { comparison } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const licences = defineStage({
  id: "licences",
  title: "Licences",
  lead: "Which vCPU need a licence, of which edition, and what that comes to at your price.",
  text: [
    "The vendor sells by the core unit, applied to the vCPU of worker nodes. Whether control plane nodes count is a reading where sources disagree: it can be switched.",
    "No NKP price is public. The price per vCPU stands in your price book; the one in the examples is invented.",
  ],
  formula: [
    "licensed vCPU = Σ over pools that count: nodes × vCPU of a node",
    "cost = licensed vCPU ÷ vCPU per licensed core × price",
  ],
  terms: [
    ["pools that count", "worker pools, platform pools of the management cluster included; control planes by choice"],
  ],
  example: "Licensed vCPU of each model, pool by pool, and what the licences cost.",
  figures: comparison.plans.flatMap((plan) => [
    { plan, id: "licensedVcpu" },
    { plan, id: "monthlyCost.license" },
  ]),
  choices: ["licensed-vcpu", "starter-licence", "nkp-deployment"],
  code: ["packages/core/src/costs/pool-costs.ts"],
});
