import { defineCheckRule } from "../check-rule.ts";
import { INFRASTRUCTURE_STATEMENTS, judgeSupport, PRISM_CENTRAL } from "../support/infrastructure-support.ts";
import { WITHIN_DAYS } from "../support/support-end.ts";

/** A version of Prism Central that the vendor looks after no more, or soon will not. */
export const prismCentralSupport = defineCheckRule({
  id: "prism-central-support",
  title: "Prism Central out of support",
  severity: "error",
  severities: { ending: "warning" },
  summary: "Holds the version of Prism Central that the fleet says under upgrades against the last day of its support.",
  why: "The vendor answers no question about a version that is out of support, and every cluster stands on it.",
  fix: "Plan its upgrade, or correct the version in the fleet file where another one runs.",
  sources: ["https://endoflife.date/nutanix-prism"],
  thresholds: WITHIN_DAYS,
  statements: INFRASTRUCTURE_STATEMENTS,
  judge: (checked, say, { withinDays }) => judgeSupport(checked, say, PRISM_CENTRAL, withinDays),
});
