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
  judge: ({ input, clusters, context }) => {
    const isPlayed = upgradeLabourOf(input, context) === "counted";
    const unlike = kindsOf(clusters);
    return allChoices(context.choices)
      .filter((choice) => isUsed(choice, unlike, isPlayed))
      .map(({ parameter, title, confidence, sources, isDefault, note }) =>
        findingOf(ID, "choice", {
          figures: { parameter: named(parameter.title), option: text(title) },
          subject: { in: "plan", parameterId: parameter.id },
          evidence: { confidence, sources, isDefault, note: isDefault ? parameter.defaultReason : note },
        }),
      );
  },
});

/** One of all clusters that no choice tells apart. */
function kindsOf(clusters: readonly ClusterPlan[]): readonly ClusterPlan[] {
  const seen = new Map<ClusterPlan["footprint"], Set<string>>();
  return clusters.filter((cluster) => {
    const { edition, role, footprint } = cluster;
    const kinds = seen.get(footprint) ?? new Set();
    const kind = `${edition} ${role} ${hasDevices(cluster)}`;
    if (kinds.has(kind)) return false;
    seen.set(footprint, kinds.add(kind));
    return true;
  });
}

function hasDevices({ pools }: ClusterPlan): boolean {
  return pools.some(({ shape }) => shape.extended !== undefined);
}

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
    (cluster) =>
      (appliesTo?.stage !== "gpus" || hasDevices(cluster)) &&
      isAbout(choice, cluster) &&
      (appliesTo?.application === undefined ||
        cluster.footprint.some(({ application }) => application === appliesTo.application)),
  );
}
