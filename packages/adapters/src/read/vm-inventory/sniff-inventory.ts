import { inventoryDocuments } from "./inventory-documents.ts";
import { formatWithHeads } from "./inventory-formats.ts";

/** Titles and empty lines may stand above the names. */
const MOST_FIRST = 20;

/** Whether one of the first lines names the columns of a list of VMs, or it is what an API answers of them. */
export function isInventory(head: string): boolean {
  if (/^\uFEFF?\s*[{[]/.test(head)) return inventoryDocuments.some(({ mark }) => mark.test(head));
  const lines = head.replace(/^\uFEFF/, "").split(/\r?\n|\r/, MOST_FIRST);
  return lines.some((line) => ["\t", ";", ","].some((one) => formatWithHeads(line.split(one)) !== undefined));
}

/** A file a sheet is how RVTools writes CSV: `RVTools_tabvCPU.csv`. Only vInfo has a row a VM with its sizes. */
export function isOtherSheet(name: string): boolean {
  return /(^|[\\/_])tabv(?!info)[a-z_]+\.csv$/i.test(name) || /(^|[\\/_])tabdv[a-z]+\.csv$/i.test(name);
}
