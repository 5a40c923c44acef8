import type { InventoryFormat } from "../inventory-format.ts";

/** The same size under the names that people give its column, the unit at the end: MB and GB of VMs are binary. */
function inUnits(...names: readonly string[]): readonly string[] {
  return ["MiB", "MB", "GiB", "GB"].flatMap((unit) => names.map((name) => `${name} ${unit}`));
}

/** A list that somebody keeps by hand, or another tool wrote: its columns say what they are, sizes with their unit. */
export const plainList: InventoryFormat = {
  id: "plain-list",
  title: "a list of VMs with units in its columns",
  sheet: "VM list",
  marks: [],
  heads: {
    name: ["VM Name", "VM", "Virtual machine", "Hostname", "Server name", "Server", "Machine"],
    power: ["Power State", "Power status", "Power", "State", "Status"],
    template: ["Template", "Is template"],
    placeholder: [],
    vcpu: ["vCPUs", "vCPU", "CPUs", "CPU", "CPU count", "Num CPU", "CPU cores", "Cores"],
    memoryMiB: inUnits("Memory", "Memory size", "Provisioned memory", "RAM", "Mem"),
    diskMiB: inUnits("Disk", "Disks", "Disk size", "Storage", "Provisioned storage", "Provisioned", "Capacity"),
    usedMiB: inUnits("Disk used", "Used", "In use"),
  },
  hasWholeNumbers: false,
  platformVms: null,
};
