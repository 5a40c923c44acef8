import { findingOf } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { upgradeLabourOf } from "../../costs/upgrade-labour.ts";
import { allChoices, type Choice, isAbout } from "../../input/parameters.ts";
import { named, text } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "choices-made";

/** Which reading of each assumption the plan uses. */
export const choicesMade = definePlanRule({
  id: ID,
  title: "Assumptions are said",
  judge: ({ input, clusters, context }) =>
    allChoices(context.choices)
      .filter((choice) => isUsed(choice, clusters, upgradeLabourOf(input, context) === "counted"))
      .map(({ parameter, title, confidence, sources, isDefault, note }) =>
        findingOf(ID, "choice", {
          figures: { parameter: named(parameter.title), option: text(title) },
          subject: { in: "plan", parameterId: parameter.id },
          evidence: { confidence, sources, isDefault, note: isDefault ? parameter.defaultReason : note },
        }),
      ),
});

/** What a calendar says of failures: no labour is counted by it. */
const OF_FAILURES = /^(outage|failed-upgrade|compromise)/;
/** What is without effect where labour is counted from a calendar. */
const OF_FLAT_LABOUR = /^upgrade-hours-/;

/** Whether the parameter matters to a plan by itself, and it has a cluster to which it does. */
function isUsed(choice: Choice, clusters: readonly ClusterPlan[], isPlayed: boolean): boolean {
  const { id, affects, appliesTo } = choice.parameter;
  if (OF_FAILURES.test(id) || (isPlayed && OF_FLAT_LABOUR.test(id))) return false;
  if ((affects === "lifecycle" && !isPlayed) || appliesTo?.stage === "forecast") return false;
  return clusters.some(
    ({ edition, role, footprint, pools }) =>
      (appliesTo?.stage !== "gpus" || pools.some(({ shape }) => shape.extended !== undefined)) &&
      isAbout(choice, { edition, role }) &&
      (appliesTo?.application === undefined ||
        footprint.some(({ application }) => application === appliesTo.application)),
  );
}
