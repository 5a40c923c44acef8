import { versions } from "@nkp-planner/catalog";
import { figureOf, numberOf, numberText, type PlannedFleet } from "@nkp-planner/core";
import { comparison, context } from "../../reference/example.ts";
import { factorText, UNKNOWN } from "../../reference/text.ts";
import { defineStage } from "../stage.ts";

/** Lines of labour that are for upgrades, not for running. */
function upgradeLines(plan: PlannedFleet) {
  return plan.costs.filter(({ label }) => label.startsWith("upgrades"));
}

const roles = [...new Set(comparison.plans.flatMap(({ clusters }) => clusters.map(({ role }) => role)))];

export const upgrades = defineStage({
  id: "upgrades",
  title: "Upgrades",
  lead: "How often clusters are upgraded, how far each may lag, and what that costs in hours.",
  text: [
    "Minor releases come in a rhythm that is read from their dates. Each cluster is taken along once for every minor release; the hours of one upgrade are yours to say.",
    "An attached cluster follows its management cluster: the plane first, then the platform applications of a workspace, then the clusters. A tenant that wants a cadence of its own does not get it there; the plan says whose wish is not met. A self-managed cluster may lag, as far as support reaches. Sources disagree on how far, so both readings can be chosen.",
    "Labour of upgrades is so many hours for each cluster and minor release, or, where a fleet says when its tenants are ready, what a calendar of upgrades counts: nodes replaced, sets of applications tried, days agreed with tenants, users told. The command forecast places either month by month.",
    "Who is upgraded first, together with whom and when are choices of that calendar, which the command lifecycle shows.",
  ],
  formula: [
    "upgrades a month = (365 ÷ 12) ÷ days between two minor releases",
    "hours a month = Σ over clusters: hours of one upgrade of its role × upgrades a month; counted: Σ over kinds of work: how many in the calendar × hours of each ÷ its months",
    "lag allowed = minor releases behind the newest that are still supported, by role",
  ],
  terms: [["minor release", "2.16 → 2.17; patch releases are not counted"]],
  example: "What the catalog knows of releases, the window of each role, and upgrade lines of the example fleet.",
  tables: [
    {
      label: "Releases by the day of their tag, or of the vendor's release notes where no tag is public",
      columns: [{ title: "Release" }, { title: "Released on" }, { title: "Kubernetes" }],
      rows: versions.map(({ version, releasedOn, kubernetesMinor }) => [
        version,
        releasedOn ?? UNKNOWN,
        kubernetesMinor ?? UNKNOWN,
      ]),
    },
    {
      label: "How far a cluster may lag, and hours of one upgrade",
      columns: [
        { title: "Role" },
        { title: "Minor releases behind", isNumber: true },
        { title: "Hours of one upgrade", isNumber: true },
      ],
      rows: roles.map((role) => [
        role,
        numberText(
          comparison.plans.flatMap(({ clusters }) => clusters).find((cluster) => cluster.role === role)
            ?.supportWindowMinors ?? 0,
        ),
        numberText(numberOf(context.choices, `upgrade-hours-${role}`)),
      ]),
    },
    {
      label: "Upgrades of the first cluster of each model, a month",
      columns: [
        { title: "Cluster" },
        { title: "Hours", isNumber: true },
        { title: "Rate", isNumber: true },
        { title: `= ${comparison.currency}`, isNumber: true },
      ],
      rows: comparison.plans.flatMap((plan) =>
        upgradeLines(plan)
          .slice(0, 1)
          .map(({ clusterName, quantity, unitPrice, amount }) => [
            `${clusterName}, ${plan.model.title}`,
            factorText(quantity),
            factorText(unitPrice),
            factorText(amount),
          ]),
      ),
    },
  ],
  figures: comparison.plans
    .filter((plan) => figureOf(plan, "monthlyCost.labour").lines.length > 0)
    .slice(0, 1)
    .map((plan) => ({ plan, id: "monthlyCost.labour" })),
  choices: [
    "days-between-minors",
    "support-window-attached",
    "support-window-self-managed",
    "upgrade-hours-attached",
    "upgrade-hours-self-managed",
    "upgrade-hours-management",
    "upgrade-labour",
    "upgrade-horizon-months",
    "simultaneous-upgrades",
    "attached-minors-behind",
    "coupling-scope",
    "upgrade-order",
    "prism-central-of-tenants",
    "when-window-ends",
    "ready-after-days-fleet",
    "ready-after-days-own",
    "plane-delay-days",
    "minutes-per-node-upgraded",
    "minutes-per-plane-upgraded",
    "validation-hours",
    "coordination-hours",
    "plane-upgrade-notice-hours",
    "outages-per-year",
    "outage-hours",
    "failed-upgrade-percent",
    "failed-upgrade-hours",
    "compromises-per-year",
    "compromise-hours",
  ],
  code: ["packages/core/src/costs/efforts.ts", "packages/core/src/forecast/upgrade-events.ts"],
});
