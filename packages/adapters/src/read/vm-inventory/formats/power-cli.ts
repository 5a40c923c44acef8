import type { InventoryFormat } from "../inventory-format.ts";

/** `Get-VM | Export-Csv` of PowerCLI: its GB are GiB. */
export const powerCli: InventoryFormat = {
  id: "power-cli",
  title: "PowerCLI, Get-VM",
  sheet: "Get-VM",
  marks: [],
  heads: {
    name: ["Name"],
    power: ["PowerState"],
    template: [],
    placeholder: [],
    vcpu: ["NumCpu"],
    memoryMiB: ["MemoryMB", "MemoryGB"],
    diskMiB: ["ProvisionedSpaceGB"],
    usedMiB: ["UsedSpaceGB"],
  },
  hasWholeNumbers: false,
  platformVms: null,
};
