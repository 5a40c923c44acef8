import { isHead, isInOther, type NamedColumn, tenantColumnsOf } from "@nkp-planner/adapters/tenant-table";
import { gridColumns, typedText } from "./grid.ts";
import { rowsOfTabs } from "./rows-of-tabs.ts";
import type { TenantDraft } from "./scenario.ts";

/** Rows of cells as spreadsheets put them on the clipboard. */
export interface TextBlock {
  /** A cell that says nothing of its column is undefined: what stands there stays. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Whether the first row named the columns: then the block begins at the table's first column, wherever it is pasted. */
  readonly isNamed: boolean;
  /** Whether it names columns that the table has not: it is to be read as a file, which says what is left out. */
  readonly isForImport: boolean;
}

/**
 * null where the text is a single cell.
 *
 * @param currency the table's; prices in another are no prices of it
 */
export function blockOf(text: string, currency: string): TextBlock | null {
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return null;
  const [first = [], ...others] = rowsOfTabs(text);
  const heads = tenantColumnsOf(first);
  if (!isHead(heads)) return { rows: [first, ...others], isNamed: false, isForImport: false };
  const places = gridColumns.map((column) => heads.findIndex((head) => head?.column.id === column.id));
  const isForImport = first.some((cell, at) => cell !== "" && (!places.includes(at) || isInOther(heads[at], currency)));
  const rows = others.map((cells) => places.map((at) => (at < 0 ? undefined : withUnit(cells[at] ?? "", heads[at]))));
  return { rows, isNamed: true, isForImport };
}

/** `96` below `Memory GB` → `96G`: a cell of the table does not know what its head was. */
function withUnit(text: string, head: NamedColumn | undefined): string {
  return /\d$/.test(text) ? `${text}${head?.suffix ?? ""}` : text;
}

export function textOfRows(tenants: readonly TenantDraft[], locale: string): string {
  return tenants.map((tenant) => gridColumns.map((column) => typedText(column, tenant, locale)).join("\t")).join("\n");
}
