import { type TenantColumnId, tenantColumnOf } from "@nkp-planner/adapters/tenant-columns";
import { columns } from "./columns.ts";
import type { TenantDraft } from "./scenario.ts";

/** Rows of cells as spreadsheets put them on the clipboard: tabs between cells, a line a row. */

export interface TextBlock {
  /** A cell that says nothing of its column is undefined: what stands there stays. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Whether the first row named the columns: then the block begins at the table's first column, wherever it is pasted. */
  readonly isNamed: boolean;
}

/** null where the text is a single cell. */
export function blockOf(text: string): TextBlock | null {
  const body = text.replace(/\r?\n$/, "");
  if (!/[\t\n]/.test(body)) return null;
  const [first = [], ...others] = body.split(/\r?\n/).map((line) => line.split("\t").map(unquoted));
  const named = first.map((head) => tenantColumnOf(head)?.id);
  const isNamed = named.includes("name") && named.filter((id) => id !== undefined).length > 1;
  if (!isNamed) return { rows: [first, ...others], isNamed };
  const places = columns.map(({ id }) => named.indexOf(id as TenantColumnId));
  return { rows: others.map((cells) => places.map((at) => (at < 0 ? undefined : cells[at]))), isNamed };
}

/** A cell that holds a quotation mark or a line break comes in quotation marks. */
function unquoted(text: string): string {
  const inner = /^"(.*)"$/s.exec(text)?.[1];
  return (inner?.replaceAll('""', '"') ?? text).trim();
}

export function textOfRows(tenants: readonly TenantDraft[]): string {
  return tenants.map((tenant) => columns.map((column) => column.read(tenant) ?? "").join("\t")).join("\n");
}
