import type { InventoryFormat } from "../inventory-format.ts";

/** Live Optics of virtual environments. */
export const liveOptics: InventoryFormat = {
  id: "live-optics",
  title: "Live Optics, sheet VMs",
  sheet: "VMs",
  marks: ["ESX Hosts"],
  heads: {
    name: ["VM Name"],
    power: ["Power State"],
    template: ["Template"],
    placeholder: [],
    vcpu: ["Virtual CPU"],
    memoryMiB: ["Provisioned Memory (MiB)"],
    diskMiB: ["Virtual Disk Size (MiB)"],
    usedMiB: ["Virtual Disk Used (MiB)"],
  },
  hasWholeNumbers: false,
  platformVms: null,
};
