import { type ClusterPlan, planCluster } from "../clusters/clusters.ts";
import type { Neighbour } from "../costs/central-stack.ts";
import { hasCentralServices, hasServices } from "../demand/footprint.ts";
import { choiceOf } from "../input/parameters.ts";
import { withCentralServices } from "../models/central-services.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import { planesFor } from "../models/planes.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { ModelPart } from "./fleet-part.ts";

/** The clusters in which no tenant lives, and what they must know of those in which one does. */
export interface SharedClusters {
  readonly clusters: readonly ClusterPlan[];
  readonly others: readonly Neighbour[];
}

/** As many management clusters as all tenants together ask for, and the central stack where agents need one. */
export function sharedClustersOf(
  { shared, managed, reporter }: Pick<ModelPart, "shared" | "managed" | "reporter">,
  context: PlanningContext,
  cache: PlanningCache,
): SharedClusters {
  const { value: mostClusters } = choiceOf(context.choices, "clusters-per-plane");
  const counts = new Map<string, number>();
  const planes = Object.values(shared).flatMap((blueprint): readonly ClusterBlueprint[] => {
    if (blueprint.role !== "management") return [blueprint];
    return planesFor(blueprint.name, managed[blueprint.name] ?? 0, mostClusters).map(({ name, clusterCount }) => {
      counts.set(name, clusterCount);
      return { ...blueprint, name };
    });
  });
  // One that reports stands for all of them.
  const seen = reporter === null ? planes : [...planes, reporter];
  const layout = hasCentralServices(context)
    ? withCentralServices(seen, (blueprint) => hasServices(blueprint, context))
    : seen;
  const counted = cache.clustersOf(context);
  const clusters = layout
    .filter(({ name }) => name !== reporter?.name)
    .map((blueprint) => planCluster(blueprint, counts.get(blueprint.name) ?? 0, new Map(), context, counted));
  const attached = [...counts].flatMap(([name, count]) => (count === 0 ? [] : [{ managedBy: name }]));
  return { clusters, others: [...layout.filter(({ name }) => name === reporter?.name), ...attached] };
}
