import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { centralStackOf, footprintOf, hasServices, totalRequests } from "../../demand/footprint.ts";
import { list, sizeFigures, volumeFigure } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "metrics-kept";

/**
 * Where agents ship metrics, clusters under an Ultimate plane keep them as well, by what the release runs there, and Pro
 * clusters ship nothing: the level is not quite like for like, which plans of every kind say.
 */
export const metricsKept = definePlanRule({
  id: ID,
  title: "Tenants' clusters keep alike",
  judge: ({ clusters, context }) => {
    const stack = centralStackOf(context);
    const homes = clusters.filter(({ tenantIds }) => tenantIds.length > 0);
    if (stack.size === 0 || homes.length === 0) return [];
    const isUnlike = ({ edition, role }: ClusterPlan) =>
      role === "attached" ? edition !== "starter" : hasServices({ edition, role }, context);
    const isPro = homes.some((one) => one.role === "self-managed" && !isUnlike(one));
    return [
      ...(isPro ? [findingOf(ID, "metrics-kept-unlike.pro", { evidence: {} })] : []),
      ...(homes.some(isUnlike) ? keptUnlike(stack, context) : []),
    ];
  },
});

function keptUnlike(stack: ReadonlySet<string | null>, context: JudgedPlan["context"]): readonly Finding[] {
  const linesOf = (edition: "starter" | "ultimate", role: "attached" | "self-managed") =>
    footprintOf({ edition, role }, 0, context).filter(({ application }) => stack.has(application));
  const kept = new Set(linesOf("starter", "self-managed").map(({ application }) => application));
  const unlike = linesOf("ultimate", "attached").filter(({ application }) => !kept.has(application));
  if (unlike.length === 0) return [];
  const each = totalRequests(unlike, { controlPlane: 0, workers: 0 });
  const figures = {
    applications: list([...new Set(unlike.map(({ application }) => application ?? ""))]),
    ...sizeFigures(each),
    volumes: volumeFigure(each.storageBytes),
  };
  return [findingOf(ID, "metrics-kept-unlike", { figures, evidence: {} })];
}
