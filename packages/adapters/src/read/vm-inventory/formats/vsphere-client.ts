import type { InventoryFormat } from "../inventory-format.ts";

/** The list of VMs that the vSphere client exports, with its columns CPUs and Memory Size shown: `16 GB`. */
export const vsphereClient: InventoryFormat = {
  id: "vsphere-client",
  title: "vSphere client, list of VMs",
  sheet: "Virtual Machines",
  marks: [],
  heads: {
    name: ["Name"],
    power: ["State"],
    template: [],
    placeholder: [],
    vcpu: ["CPUs"],
    memoryMiB: ["Memory Size"],
    diskMiB: ["Provisioned Space"],
    usedMiB: ["Used Space"],
  },
  hasWholeNumbers: false,
  platformVms: null,
};
