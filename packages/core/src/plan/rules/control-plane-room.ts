import { findingOf } from "../../base/findings/finding.ts";
import { controlPlaneExcess } from "../../clusters/pools/control-plane-pool.ts";
import { list, named, sizeFigures } from "./figures.ts";
import { tenantOf } from "./pods-without-node.ts";
import { defineClusterRule } from "./rule.ts";

const ID = "control-plane-room";

/** Control plane pods that do not fit on a node of the control plane. */
export const controlPlaneRoom = defineClusterRule({
  id: ID,
  title: "A control plane node holds its own pods",
  judge: ({ clusters, context }) =>
    clusters.flatMap((cluster) =>
      cluster.pools.flatMap((pool) => {
        const excess = controlPlaneExcess(pool, cluster.footprint, cluster.demand.groups, context);
        if (excess === null) return [];
        const { guests, requestsPerNode } = excess;
        return [
          findingOf(ID, guests.length === 0 ? "control-plane-too-small" : "control-plane-too-small.guests", {
            figures: {
              cluster: named(cluster.name),
              guests: list(guests.map(({ name }) => name)),
              ...sizeFigures(pool.allocatablePerNode, ["roomCpu", "roomMemory"]),
              ...sizeFigures(requestsPerNode),
            },
            subject: {
              in: "plan",
              clusterName: cluster.name,
              poolRole: pool.role,
              ...(guests.length === 0 ? {} : tenantOf(cluster)),
            },
          }),
        ];
      }),
    ),
});
