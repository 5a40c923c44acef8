import * as z from "zod";
import { columnOptions } from "../tables/column-options.ts";
import { defineReader } from "./making/define-reader.ts";
import { isInventory, isOtherSheet } from "./vm-inventory/sniff-inventory.ts";

const text = z.string().max(1000);
/** Workbooks of tens of thousands of VMs take some tens of mebibytes. */
const LARGEST_INVENTORY_BYTES = 64 * 1024 * 1024;

/** VMs of an inventory, as pre-sales have it: a workbook, or the CSV of its sheet. */
export const vmInventory = defineReader({
  id: "vm-inventory",
  title: "Lists of VMs (RVTools, Nutanix Collector, Live Optics, Prism Central, Calm, vCenter, PowerCLI)",
  gives: "tenants",
  fileNames: [".xlsx", ".zip", ".csv", ".tsv", ".json"],
  options: z.strictObject({
    tenant: text.optional().meta({ description: "Name of the one tenant that all VMs are of (default: the file's)" }),
    "tenant-by": text
      .optional()
      .meta({ description: "The column that tells tenants apart, such as Folder, or a part of it: VM:{tenant}-*" }),
    power: z
      .enum(["on", "all"])
      .default("on")
      .meta({ description: "VMs that count: on, or all; disks count of all in either case" }),
    "leave-out": text
      .optional()
      .meta({ description: "Names of VMs that are no tenant's, with commas: backup-*,test-?" }),
    mode: z
      .enum(["lift", "used"])
      .default("lift")
      .meta({ description: "What counts of a VM: its size (lift), or what it used where a workbook says it (used)" }),
    "cpu-factor": text
      .optional()
      .meta({ description: "What of that in vCPU its pod requests, such as 0.5 (default: 1)" }),
    "memory-factor": text.optional().meta({ description: "What of that in memory its pod requests (default: 1)" }),
    ...columnOptions,
  }),
  example: {
    name: "vInfo.csv",
    text: '"VM","Powerstate","Template","CPUs","Memory","Total disk capacity MiB","Folder"\n"web-1","poweredOn","False","4","16384","102400","orchid"\n',
  },
  capabilities: { syntax: "csv", mostBytes: LARGEST_INVENTORY_BYTES, joinsFiles: true },
  sniff: (head, name) => {
    if (isInventory(head) || isOtherSheet(name)) return "sure";
    return head === "" && /\.(xlsx|zip)$/i.test(name) ? "maybe" : "no";
  },
  load: () => import("./vm-inventory/read-inventory.ts"),
});
