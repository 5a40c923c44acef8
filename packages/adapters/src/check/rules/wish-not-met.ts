import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { planShortfalls } from "../subject/plan-shortfalls.ts";

/** Plans that run, but not as a tenant wants it. */
export const wishNotMet = defineCheckRule({
  id: "wish-not-met",
  title: "A wish that the plan does not meet",
  severity: "warning",
  summary: "Asks the plan of each cluster whether it gives its tenants what the fleet file wants for them.",
  why: "What a tenant was promised and the chosen model cannot give comes up when it is needed: a drain that never ends, or an upgrade on another's day.",
  fix: "Take the wish out of the fleet file, or plan so that it can be met, as the message says.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { "not-met": "The plan runs, but not as wanted: {shortfall}" },
  *judge(checked, say) {
    for (const { about, text } of planShortfalls(checked, "unmet-wish"))
      yield text === null ? say.pass(about) : say.fail(about, "not-met", { shortfall: text });
  },
});
