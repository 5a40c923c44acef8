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
  platformVms: /^NTNX-.*-CVM$/i,
};
