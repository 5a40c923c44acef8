import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { centralStackOf, totalRequests } from "../../demand/footprint.ts";
import { count, named, sizeFigures, volumeFigure } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "central-stack";

/** What gathers metrics and logs is as large for a hundred clusters as for one, by every model alike. */
export const centralStack = definePlanRule({
  id: ID,
  title: "What clusters report to does not grow with them",
  judge: ({ clusters, context }) => {
    const reporters = new Map<string, number>();
    for (const { managedBy, reportsTo } of clusters) {
      for (const to of new Set([managedBy, reportsTo])) if (to != null) reporters.set(to, (reporters.get(to) ?? 0) + 1);
    }
    return clusters.flatMap((cluster) => saidOfStack(cluster, reporters.get(cluster.name) ?? 0, context));
  },
});

/** What is said of the stack of a cluster to which so many others report. */
export function saidOfStack(
  { name, footprint, nodes }: ClusterPlan,
  reporting: number,
  context: JudgedPlan["context"],
): readonly Finding[] {
  const names = centralStackOf(context);
  const stack = reporting === 0 ? [] : footprint.filter(({ application }) => names.has(application));
  if (stack.length === 0) return [];
  const asked = totalRequests(stack, nodes);
  const figures = {
    cluster: named(name),
    ...sizeFigures(asked),
    volumes: volumeFigure(asked.storageBytes),
    reporting: count(reporting, "clusters"),
  };
  return [findingOf(ID, "central-stack-not-scaled", { figures, subject: { in: "plan", clusterName: name } })];
}
