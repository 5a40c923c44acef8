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
  used: {
    cpu: { sheet: "vCPU", names: ["VM"], amounts: ["Overall"], unit: "MHz" },
    memory: { sheet: "vMemory", names: ["VM"], amounts: ["Consumed"], unit: "MiB" },
    hostMhz: { sheet: "vHost", names: ["Host"], amounts: ["Speed"], unit: "MHz" },
    when: "at the one moment of the export, which is no measure of a day",
  },
  platformVms: null,
};
