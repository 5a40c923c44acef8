import { type TenantColumn, tenantColumnOf } from "@nkp-planner/adapters/tenant-columns";
import { columns } from "./columns.ts";
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
  const heads = first.map(tenantColumnOf);
  const isNamed = heads.some((head) => head?.id === "name") && heads.filter((head) => head !== undefined).length > 1;
  if (!isNamed) return { rows: [first, ...others], isNamed, isForImport: false };
  const places = columns.map(({ id }) => heads.findIndex((head) => head?.id === id));
  const isForImport = first.some((cell, at) => cell !== "" && (!places.includes(at) || isInOther(heads[at], currency)));
  const rows = others.map((cells) => places.map((at) => (at < 0 ? undefined : withUnit(cells[at] ?? "", heads[at]))));
  return { rows, isNamed, isForImport };
}

function isInOther(head: TenantColumn | undefined, currency: string): boolean {
  return head?.currency !== undefined && head.currency !== currency;
}

/** `96` below `Memory GB` → `96G`: the table's own column is in GiB. */
function withUnit(text: string, head: TenantColumn | undefined): string {
  const unit = head === undefined || head.unit === "Gi" ? "" : head.unit;
  return /\d$/.test(text) ? `${text}${unit}` : text;
}

export function textOfRows(tenants: readonly TenantDraft[]): string {
  return tenants.map((tenant) => columns.map((column) => column.read(tenant) ?? "").join("\t")).join("\n");
}
