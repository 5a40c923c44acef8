import type { InventoryFormat } from "../inventory-format.ts";

/** Nutanix Collector: its sheets vInfo, vCPU and others are named as those of RVTools, with other columns. */
export const nutanixCollector: InventoryFormat = {
  id: "nutanix-collector",
  title: "Nutanix Collector, sheet vmList",
  sheet: "vmList",
  marks: ["vHosts"],
  heads: {
    name: ["VM Name"],
    power: ["Power State"],
    template: ["Template"],
    placeholder: [],
    vcpu: ["vCPUs"],
    memoryMiB: ["Memory (MiB)"],
    diskMiB: ["Capacity (MiB)"],
    usedMiB: ["Consumed (MiB)"],
  },
  hasWholeNumbers: false,
  used: {
    cpu: { sheet: "vCPU", names: ["VM Name"], amounts: ["95th Percentile % (recommended)"], unit: "percent" },
    memory: { sheet: "vMemory", names: ["VM Name"], amounts: ["95th Percentile % (recommended)"], unit: "percent" },
    when: "at the 95th percentile of the days that the Collector looked at, which hold no end of a quarter",
  },
  platformVms: /^NTNX-.*-CVM$/i,
};
