import { findingOf } from "../../base/findings/finding.ts";
import { numberOf } from "../../input/parameters.ts";
import { count, named } from "./figures.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "pod-networks";

/** Clusters with more nodes, an upgrade's included, than their pod network has slices. */
export const podNetworks = defineClusterRule({
  id: ID,
  title: "Every node has a slice of the pod network",
  judge: ({ clusters, context: { choices } }) =>
    clusters.flatMap(({ name, network: { nodeCount, surgeCount, podNetworkNodeCount } }) => {
      const most = nodeCount + surgeCount;
      if (most <= podNetworkNodeCount) return [];
      return [
        findingOf(ID, surgeCount === 0 ? "pod-network-too-small" : "pod-network-too-small.upgrade", {
          figures: {
            cluster: named(name),
            count: count(most, "nodes"),
            networkBits: count(numberOf(choices, "pod-network-prefix")),
            nodeBits: count(numberOf(choices, "pod-node-prefix")),
            most: count(podNetworkNodeCount, "nodes"),
          },
          subject: { in: "plan", clusterName: name },
        }),
      ];
    }),
});
