import { countText, numberOf, refusalText } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { CheckedCluster } from "../subject/checked.ts";
import { podNetworkOf } from "../subject/pod-network.ts";
import { rollingUpdateOf } from "../subject/rolling-update.ts";

/** Clusters that cannot replace their nodes: no address for one more, or no room for the pods of one less. */
export const noRoomForSurge = defineCheckRule({
  id: "no-room-for-surge",
  title: "No room while nodes are replaced",
  severity: "error",
  summary:
    "Counts the nodes of a cluster and those that come beside them during an update against the slices of its pod network. Where maxSurge is 0, takes away as many nodes of the pool as maxUnavailable says, and places their pods again as kube-scheduler would.",
  why: "An upgrade replaces every node. Without a slice of the pod network for one node more it stops at the first, and without room for the pods of one node less they stay pending until the next has come.",
  fix: "Give the cluster a larger pod network, which is chosen when it is made, or fewer nodes; let maxSurge be 1, or give the pool one node more.",
  sources: [
    "https://cluster-api.sigs.k8s.io/developer/core/controllers/machine-deployment",
    "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/",
  ],
  // Where the count of a pool is not known, that is said of the pool.
  followsFrom: ["too-few-nodes", "below-minimum"],
  thresholds: NO_OPTIONS,
  statements: {
    "network-full":
      "{cluster}: {nodes} and {surge} more during an update need a slice of the pod network each; {network} has {slices} of /{sliceBits}.",
    "nodes-unknown":
      "{cluster}: how many nodes there are is not said, so that nobody can say whether the pod network {network} has a slice for one more.",
    "node-away":
      "{cluster}, pool {pool}: an update takes {away} away before another comes, and a pod of {workload} finds no node meanwhile: {refusals}",
    "away-unknown":
      "{cluster}, pool {pool}: maxSurge is 0, and how many nodes an update takes away cannot be known from the files.",
  },
  *judge(checked, say) {
    for (const cluster of checked.clusters) {
      if (cluster.planned === null) continue;
      const words = { cluster: cluster.planned.name };
      const network = podNetworkOf(cluster);
      if (network !== null) {
        const { text, prefixBitCount, place } = network;
        const about = { ...cluster.about("whole"), what: `pod network of ${words.cluster}`, place };
        const sliceBits = numberOf(checked.plan.context.choices, "pod-node-prefix");
        const slices = prefixBitCount > sliceBits ? 0 : 2 ** (sliceBits - prefixBitCount);
        const [count, surge] = [nodeCountOf(cluster), surgeCountOf(cluster)];
        const figures = { ...words, network: text, slices, sliceBits, surge };
        if (count === null)
          yield say.unknown({ ...about, place: cluster.at("count", uncounted(cluster)) }, "nodes-unknown", figures);
        else if (count + surge <= slices) yield say.pass(about);
        else yield say.fail(about, "network-full", { ...figures, nodes: countText(count, "node") });
      }
      for (const { declared, about, awayCount } of withoutSurge(cluster)) {
        const pool = declared.name;
        const pending = awayCount === null ? null : cluster.nodes?.pendingWithout(declared, awayCount);
        if (awayCount === null) yield say.unknown(about, "away-unknown", { ...words, pool });
        else if (pending === null || pending === undefined) yield say.pass(about);
        else
          yield say.fail(about, "node-away", {
            ...{ ...words, pool, away: countText(awayCount, "node"), workload: pending.group.name },
            refusals: refusalText(pending.refusals, pending.nodeCount),
          });
      }
    }
  },
});

/** null: of some pool nobody knows. */
function nodeCountOf(cluster: CheckedCluster): number | null {
  return allPools(cluster)
    .map(mostOf)
    .reduce((sum, most) => (sum === null || most === null ? null : sum + most), 0);
}

function uncounted(cluster: CheckedCluster): PoolShape | undefined {
  return allPools(cluster).find((pool) => mostOf(pool) === null);
}

function allPools({ shape: { controlPlane, pools } }: CheckedCluster): readonly PoolShape[] {
  return controlPlane === null ? pools : [controlPlane, ...pools];
}

function mostOf({ count, autoscaled }: PoolShape): number | null {
  return autoscaled?.most ?? count;
}

/** Nodes that come beside the others: of the pool that has most, as one is updated after the other. */
function surgeCountOf(cluster: CheckedCluster): number {
  const all = cluster.controlPlane === null ? cluster.pools : [cluster.controlPlane, ...cluster.pools];
  const counts = all.flatMap(({ planned, declared }) =>
    declared.map((pool) => rollingUpdateOf(cluster, pool)?.surgeCount ?? planned.surgeNodeCount),
  );
  return Math.max(0, ...counts);
}

/** Pools of a cluster whose nodes go before others come; none where pods wait already, or where nodes are not known. */
function* withoutSurge(cluster: CheckedCluster) {
  if (cluster.nodes === null || cluster.nodes.refused.length > 0) return;
  for (const { planned, declared: parts } of cluster.pools)
    for (const declared of parts) {
      const update = rollingUpdateOf(cluster, declared);
      if (update?.surgeCount !== 0) continue;
      const name = parts.length === 1 ? planned.name : declared.name;
      const about = { ...cluster.about("whole", declared, name), place: update.place };
      yield { declared, about, awayCount: update.awayCount === null ? null : Math.max(1, update.awayCount) };
    }
}
