import { type HostClusterPlan, lowerBoundText, type PlannedFleet } from "@nkp-planner/core";
import { type BillItem, OF_ALL, sumText } from "./bill-item.ts";

/** Hosts by cluster of hosts and profile, and the VMs of Prism Central on them. */
export function hostItems({ infrastructure: { hostClusters, prismCentral } }: PlannedFleet): readonly BillItem[] {
  const hosts = hostClusters
    .filter(({ hostCount }) => hostCount > 0)
    .map((one): BillItem => {
      const { name, hostCount, siteCount, profile, lines } = one;
      const sites = siteCount === 1 ? "" : `, at each of ${siteCount} sites`;
      return {
        ...OF_ALL,
        part: "Hosts",
        item: `${isInvented(one) ? "Host of an invented profile" : "Host"}, ${profile.coreCount} cores, ${profile.memoryGiB} GiB of memory, ${profile.rawTiB} TiB raw`,
        hostCluster: name,
        quantity: siteCount * hostCount,
        unit: "hosts",
        why: `${sumText(lines.hosts)}${sites}; ${lowerBoundText(one)}`,
        confidence: profileConfidence(one),
      };
    });
  if (prismCentral === null) return hosts;
  const { group, size, reason, confidence } = prismCentral;
  return [
    ...hosts,
    {
      ...OF_ALL,
      part: "Hosts",
      item: `VM of Prism Central, ${size.id}, on these hosts`,
      hostCluster: hostClusters.find(({ hasPrismCentral }) => hasPrismCentral)?.name ?? null,
      quantity: group.vmCount,
      unit: "VMs",
      each: { vcpu: group.vcpu, memoryGiB: group.memoryGiB, diskGiB: group.diskGiB },
      why: reason,
      confidence,
    },
  ];
}

/** Where the sizes of a host come from: its memory is one of them, and stands first among the lines. */
function profileConfidence({ lines }: HostClusterPlan): string {
  return lines.usablePerHost.memoryGiB[0]?.confidence ?? "unknown";
}

/** Clusters of hosts whose hosts are nobody's model. */
export function inventedProfiles({ infrastructure: { hostClusters } }: PlannedFleet): readonly HostClusterPlan[] {
  return hostClusters.filter((one) => one.hostCount > 0 && isInvented(one));
}

function isInvented(hosts: HostClusterPlan): boolean {
  return profileConfidence(hosts) === "assumption";
}
