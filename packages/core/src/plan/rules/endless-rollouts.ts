import { findingOf } from "../../base/findings/finding.ts";
import { admittingNodeCount } from "../../clusters/pools/nodes-alike.ts";
import { alikeInPool, zoneCountOf } from "../../clusters/pools/pool-nodes.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import { isApartByHost } from "../../scheduling/bounds.ts";
import { list, named } from "./figures.ts";
import { tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "endless-rollouts";

/** By default a quarter of a Deployment's pods, rounded down, may be missing while it is rolled out: of up to three none. */
const MISSING_PART = 4;

/**
 * Deployments with as many pods kept apart as there are nodes for them: a new pod must come before an old one goes, and
 * finds no node.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable
 */
export const endlessRollouts = defineClusterRule({
  id: ID,
  title: "A rollout finds room for one pod more",
  judge: ({ clusters, context }) =>
    clusters.flatMap((cluster) => {
      const candidates = cluster.demand.groups.filter(needsOneMore);
      if (candidates.length === 0) return [];
      const nodes = cluster.pools.flatMap((pool) => alikeInPool(pool, zoneCountOf(context)));
      const stuck = candidates.filter((group) => group.replicas >= admittingNodeCount(group, nodes));
      if (stuck.length === 0) return [];
      const figures = { workloads: list(stuck.map(({ name }) => name)), cluster: named(cluster.name) };
      const subject = { in: "plan", clusterName: cluster.name, ...tenantOf(cluster) } as const;
      return [findingOf(ID, "rollout-endless", { figures, subject })];
    }),
});

function needsOneMore(group: PodGroup): boolean {
  const { kind, replicas } = group;
  return kind === "Deployment" && replicas > 0 && replicas < MISSING_PART && isApartByHost(group);
}
