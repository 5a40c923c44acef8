import { liveOptics } from "./formats/live-optics.ts";
import { nutanixCollector } from "./formats/nutanix-collector.ts";
import { plainList } from "./formats/plain-list.ts";
import { powerCli } from "./formats/power-cli.ts";
import { rvtools } from "./formats/rvtools.ts";
import { vsphereClient } from "./formats/vsphere-client.ts";
import { headKey, type InventoryFormat } from "./inventory-format.ts";

/** Every tool whose list of VMs is read. A new one is one file and one line here. */
export const inventoryFormats: readonly InventoryFormat[] = [
  rvtools,
  nutanixCollector,
  liveOptics,
  powerCli,
  vsphereClient,
  plainList,
];

/** Columns without which a list has no sizes. */
const NEEDED = ["name", "vcpu", "memoryMiB"] as const;

/** Whose list it is by the names of its columns; undefined: nobody's that is known. */
export function formatWithHeads(heads: readonly string[]): InventoryFormat | undefined {
  const keys = new Set(heads.map(headKey));
  return inventoryFormats.find((format) =>
    NEEDED.every((field) => format.heads[field].some((head) => keys.has(headKey(head)))),
  );
}
