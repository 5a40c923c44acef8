import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { exemptionText } from "../policy/exemption-text.ts";

/** Exemptions of the policy whose last day has passed. */
export const expiredExemption = defineCheckRule({
  id: "expired-exemption",
  title: "An exemption that has expired",
  severity: "warning",
  summary: "Holds the last day of each exemption of the policy against the day of the check.",
  why: "An exemption that has expired lets nothing pass any more, and says that somebody wanted something done by that day.",
  fix: "Do what it was waiting for and remove it, or give it another last day with the reason why.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { expired: "The exemption of {exempted} was good until {day}: {reason}" },
  *judge({ exemptions, today }, say) {
    for (const exemption of exemptions) {
      const { clusterName = null, poolName = null, place, expires: day, reason } = exemption;
      const exempted = exemptionText(exemption);
      const about = { what: `exemption of ${exempted}`, clusterName, poolName, place };
      if (day < today) yield say.fail(about, "expired", { exempted, day, reason });
      else yield say.pass(about);
    }
  },
});
