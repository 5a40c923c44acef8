import { calmBlueprint } from "./documents/calm.ts";
import { prismV3 } from "./documents/prism-v3.ts";
import { prismV4 } from "./documents/prism-v4.ts";
import { vcenter } from "./documents/vcenter.ts";
import type { InventoryDocument } from "./inventory-document.ts";

/** Every list of VMs that is read and is no table. A new one is one file and one line here. */
export const inventoryDocuments: readonly InventoryDocument[] = [calmBlueprint, prismV3, prismV4, vcenter];
