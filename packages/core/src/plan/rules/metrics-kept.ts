import { findingOf } from "../../base/findings/finding.ts";
import { centralStackOf, footprintOf, totalRequests } from "../../demand/footprint.ts";
import { list, sizeFigures, volumeFigure } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "metrics-kept";

/**
 * Where agents ship metrics, attached clusters keep them as well, by what the release runs there: the level is not quite
 * like for like, which plans of either kind say.
 */
export const metricsKept = definePlanRule({
  id: ID,
  title: "Tenants' clusters keep alike",
  judge: ({ clusters, context }) => {
    if (clusters.every(({ tenantIds }) => tenantIds.length === 0)) return [];
    const stack = centralStackOf(context);
    const linesOf = (role: "attached" | "self-managed") =>
      context.catalog.release.defaultSets
        .filter((set) => set.role === role)
        .slice(0, 1)
        .flatMap(({ edition }) => footprintOf({ edition, role }, 0, context))
        .filter(({ application }) => stack.has(application));
    const kept = new Set(linesOf("self-managed").map(({ application }) => application));
    const unlike = linesOf("attached").filter(({ application }) => !kept.has(application));
    if (unlike.length === 0) return [];
    const each = totalRequests(unlike, { controlPlane: 0, workers: 0 });
    const figures = {
      applications: list([...new Set(unlike.map(({ application }) => application ?? ""))]),
      ...sizeFigures(each),
      volumes: volumeFigure(each.storageBytes),
    };
    return [findingOf(ID, "metrics-kept-unlike", { figures, evidence: {} })];
  },
});
