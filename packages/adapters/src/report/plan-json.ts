import { planDocument } from "@nkp-planner/core";
import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** Every figure of a plan, in the documented shape. */
export const planJson = defineReport({
  id: "plan-json",
  title: "Plan, JSON",
  summary: "every figure of one model; internal",
  of: "plan",
  file: { name: "plan.json", mediaType: "application/json", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => ({
    write: (plan, { findings }) => `${JSON.stringify(planDocument(plan, findings), null, 2)}\n`,
    readBack: (content) => ({ monthlyCost: JSON.parse(String(content)).plan.totals.monthlyCost.amount }),
  }),
});
