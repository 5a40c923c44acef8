import type { HostResources } from "../../clusters/host-capacity/host-capacity.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import type { FigureDefinition, FigureTable } from "../../plan/totals/figure-definition.ts";

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

function fromHosts(
  what: "demand" | "usablePerHost",
  size: keyof HostResources,
): Pick<FigureDefinition<PlannedFleet>, "value" | "lines"> {
  return {
    value: ({ infrastructure: { hosts } }) => hosts[what][size],
    lines: ({ infrastructure: { hosts } }) => hosts.lines[what][size],
  };
}
