import { gibOf, type NodePool, type NodeReason, type PlannedFleet } from "@nkp-planner/core";
import { type BillItem, OF_ALL, sumText } from "./bill-item.ts";

type Cluster = PlannedFleet["clusters"][number];

/** On which cluster of hosts each cluster lies. */
function hostClustersOf({ infrastructure: { hostClusters } }: PlannedFleet): (cluster: Cluster) => string | null {
  return ({ name }) => hostClusters.find(({ clusterNames }) => clusterNames.includes(name))?.name ?? null;
}

/** The machines of every pool. */
export function nodeItems(plan: PlannedFleet): readonly BillItem[] {
  const hostClusterOf = hostClustersOf(plan);
  return plan.clusters.flatMap((cluster) =>
    cluster.pools.map((pool) => {
      const { vcpu, memoryGiB, diskGiB } = pool.shape;
      return {
        part: "Nodes",
        item: `Node, ${vcpu} vCPU, ${memoryGiB} GiB of memory, ${diskGiB} GiB of disk`,
        hostCluster: hostClusterOf(cluster),
        cluster: cluster.name,
        pool: pool.name,
        quantity: pool.nodeCount,
        unit: "nodes",
        each: { vcpu, memoryGiB, diskGiB },
        why: whyOf(pool),
        confidence: pool.confidence,
      };
    }),
  );
}

const REASONS: Readonly<Record<NodeReason, string>> = {
  requests: "for what pods request",
  spreading: "so that pods are spread",
  arrival: "for any order in which pods arrive",
  growth: "for growth",
  headroom: "for headroom",
  failure: "for a loss",
  floor: "for the documented minimum",
  asked: "as asked for",
  standing: "that stand already",
  choice: "as chosen",
};

function whyOf({ steps }: NodePool): string {
  return steps
    .filter(({ nodeCount }) => nodeCount !== 0)
    .map(({ nodeCount, reason }) => `${nodeCount} ${REASONS[reason]}`)
    .join(" + ");
}

/** GPUs and other devices of machines. */
export function deviceItems(plan: PlannedFleet): readonly BillItem[] {
  const hostClusterOf = hostClustersOf(plan);
  return plan.clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool) =>
      Object.entries(pool.shape.extended ?? {}).map(([resource, each]) => ({
        ...OF_ALL,
        part: "Devices" as const,
        item: resource,
        hostCluster: hostClusterOf(cluster),
        cluster: cluster.name,
        pool: pool.name,
        quantity: pool.nodeCount * Number(each),
        unit: "pieces",
        why: `${Number(each)} of each of ${pool.nodeCount} nodes`,
        confidence: pool.confidence,
      })),
    ),
  );
}

/** Addresses and the smallest subnet that holds them, cluster by cluster. */
export function addressItems(plan: PlannedFleet): readonly BillItem[] {
  const hostClusterOf = hostClustersOf(plan);
  return plan.clusters.flatMap((cluster): readonly BillItem[] => {
    const { addressCount, subnetPrefixBitCount, lines } = cluster.network;
    const of = { ...OF_ALL, part: "Addresses", hostCluster: hostClusterOf(cluster), cluster: cluster.name } as const;
    return [
      {
        ...of,
        item: "IPv4 address",
        quantity: addressCount,
        unit: "addresses",
        why: sumText(lines.addresses),
        confidence: "computed",
      },
      {
        ...of,
        item: `Subnet, /${subnetPrefixBitCount} or larger`,
        quantity: 1,
        unit: "subnets",
        why: sumText(lines.subnet),
        confidence: "computed",
      },
    ];
  });
}

/** Volumes that are claimed, before any copies. */
export function volumeItems(plan: PlannedFleet): readonly BillItem[] {
  const hostClusterOf = hostClustersOf(plan);
  return plan.clusters
    .map((cluster) => {
      const [platform, tenants] = [gibOf(cluster.platformClaimsBytes), gibOf(cluster.tenantClaimsBytes)];
      return {
        ...OF_ALL,
        part: "Volumes" as const,
        item: "Claimed storage, before copies",
        hostCluster: hostClusterOf(cluster),
        cluster: cluster.name,
        quantity: platform + tenants,
        unit: "GiB",
        why: `${platform} of the platform + ${tenants} of tenants`,
        confidence: tenants > 0 ? "user" : "derived-manifest",
      };
    })
    .filter(({ quantity }) => quantity > 0);
}
