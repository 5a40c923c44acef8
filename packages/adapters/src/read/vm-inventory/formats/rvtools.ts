import type { InventoryFormat } from "../inventory-format.ts";

/** RVTools: memory has no unit in its name and is MiB; what older exports call MB is MiB, too. */
export const rvtools: InventoryFormat = {
  id: "rvtools",
  title: "RVTools, sheet vInfo",
  sheet: "vInfo",
  marks: [],
  heads: {
    name: ["VM", "vInfoVMName"],
    power: ["Powerstate", "vInfoPowerstate"],
    template: ["Template", "vInfoTemplate"],
    placeholder: ["SRM Placeholder"],
    vcpu: ["CPUs", "vInfoCPUs"],
    memoryMiB: ["Memory", "vInfoMemory"],
    diskMiB: [
      ...["Total disk capacity MiB", "Total disk capacity MB"],
      ...["Provisioned MiB", "Provisioned MB", "vInfoProvisioned"],
    ],
    usedMiB: ["In Use MiB", "In Use MB", "vInfoInUse"],
  },
  hasWholeNumbers: true,
  platformVms: null,
};
