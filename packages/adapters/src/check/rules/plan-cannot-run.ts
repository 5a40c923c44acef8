import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { planShortfalls } from "../subject/plan-shortfalls.ts";

/** Plans of which something would not run. */
export const planCannotRun = defineCheckRule({
  id: "plan-cannot-run",
  title: "The plan itself does not run",
  severity: "error",
  summary: "Asks the plan of each cluster whether all that the fleet wants runs on some number of nodes.",
  why: "Where the plan itself does not run, files that follow it do not either, and its nodes and its cost are those of what is left.",
  fix: "Change the fleet file as the message says, until nkp-planner plan runs without it.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { "cannot-run": "The plan does not run as it is: {shortfall}" },
  *judge(checked, say) {
    for (const { about, text } of planShortfalls(checked, "infeasible"))
      yield text === null ? say.pass(about) : say.fail(about, "cannot-run", { shortfall: text });
  },
});
