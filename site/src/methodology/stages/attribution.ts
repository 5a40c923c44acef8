import { moneyText } from "@nkp-planner/core";
import { comparison, ownPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const attribution = defineStage({
  id: "attribution",
  title: "Workload, overhead, idle",
  lead: "Which part of a cost serves tenants, which part the platform takes, and which part nobody uses.",
  text: [
    "Every line is divided by the requests on the nodes it pays for. A control plane and a platform pool carry no tenant: they are overhead as a whole. On shared nodes, what tenants request is workload, what platform and kubelet take is overhead, the rest is idle.",
    "Idle is no waste by itself: nodes kept for a loss, for growth and for a documented minimum are in it, and so is the remainder of the last node.",
    "The parts of a line add up to the line, to the cent: what does not divide goes to the largest remainder.",
  ],
  formula: [
    "workload = what tenants request on shared nodes",
    "overhead = all of pools no tenant may use + what platform and kubelet take on shared nodes",
    "idle = capacity − workload − overhead",
    "total = workload + overhead + idle",
  ],
  terms: [["capacity", "CPU for vCPU, licences and disks; memory for memory"]],
  example: "The three parts of each model's cost, and where one model's idle cost arises.",
  tables: [
    {
      label: "Cost a month of each model by who it serves",
      columns: [
        { title: "Model" },
        { title: "Workload", isNumber: true },
        { title: "Overhead", isNumber: true },
        { title: "Idle", isNumber: true },
        { title: "Total", isNumber: true },
      ],
      rows: comparison.plans.map(({ model, totals: { monthlyCost, monthlyCostByAttribution: parts } }) => [
        model.title,
        moneyText(parts.workload),
        moneyText(parts.overhead),
        moneyText(parts.idle),
        moneyText(monthlyCost),
      ]),
    },
  ],
  figures: [
    { plan: ownPlan, id: "monthlyCost.idle" },
    { plan: ownPlan, id: "platformVcpu" },
  ],
  choices: ["loss-survived", "floors"],
  code: ["packages/core/src/costs/pool-costs.ts", "packages/core/src/costs/cost-line.ts"],
});
