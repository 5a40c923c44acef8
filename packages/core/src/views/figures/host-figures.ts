import type { HostResourceLines } from "../../clusters/host-capacity/host-capacity.ts";
import { tidy } from "../../input/number-line.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import type { FigureDefinition, FigureTable } from "../../plan/totals/figure-definition.ts";
import { linesOfHosts } from "../../plan/totals/host-lines.ts";

/** What hosts must carry, and what one host offers: what the number of hosts rests on. */
export const hostFigures: FigureTable<PlannedFleet> = {
  hostDemandVcpu: {
    title: "vCPU that hosts must carry",
    unit: "vCPU",
    how: "The vCPU of every VM, and room for the largest upgrade.",
    ...fromHosts("demand", "vcpu"),
  },
  hostDemandMemoryGiB: {
    title: "Memory that hosts must carry",
    unit: "GiB",
    how: "The memory of every VM, and room for the largest upgrade.",
    ...fromHosts("demand", "memoryGiB"),
  },
  hostDemandStorageGiB: {
    title: "Storage that hosts must carry, copies included",
    unit: "GiB",
    how: "Disks of VMs, room for the largest upgrade and volume claims, times their copies.",
    ...fromHosts("demand", "storageGiB"),
  },
  usableVcpuPerHost: {
    title: "vCPU that one host offers",
    unit: "vCPU",
    how: "The vCPU of a host's cores, without the controller VM's, up to the threshold.",
    ...fromHosts("usablePerHost", "vcpu"),
  },
  usableMemoryGiBPerHost: {
    title: "Memory that one host offers",
    unit: "GiB",
    how: "A host's memory, without the controller VM's, up to the threshold.",
    ...fromHosts("usablePerHost", "memoryGiB"),
  },
  usableStorageGiBPerHost: {
    title: "Storage that one host offers",
    unit: "GiB",
    how: "A host's raw storage, up to the threshold.",
    ...fromHosts("usablePerHost", "storageGiB"),
  },
};

/** Of several clusters of hosts, all together bear the sum; what one host offers is one figure where all are alike. */
function fromHosts(
  what: "demand" | "usablePerHost",
  size: keyof HostResourceLines,
): Pick<FigureDefinition<PlannedFleet>, "value" | "lines" | "whenUnknown"> {
  const isAlike = ({ infrastructure: { hostClusters } }: PlannedFleet) =>
    new Set(hostClusters.map((hosts) => hosts[what][size])).size === 1;
  return {
    value: (plan) => {
      const { hostClusters } = plan.infrastructure;
      if (what === "demand") return tidy(hostClusters.reduce((sum, hosts) => sum + hosts[what][size], 0));
      return isAlike(plan) ? (hostClusters[0]?.[what][size] ?? null) : null;
    },
    lines: (plan) => {
      const { hostClusters } = plan.infrastructure;
      if (what === "usablePerHost" && isAlike(plan)) return hostClusters[0]?.lines[what][size] ?? [];
      return linesOfHosts({ hostClusters }, ({ lines }) => lines[what][size]);
    },
    whenUnknown: "hosts of several kinds: the lines of each are listed",
  };
}
