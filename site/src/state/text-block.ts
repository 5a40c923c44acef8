import { columns } from "./columns.ts";
import type { TenantDraft } from "./scenario.ts";

/** Rows of cells as spreadsheets put them on the clipboard: tabs between cells, a line a row. */

/** null where the text is a single cell. A first row that only names columns is left out. */
export function blockOf(text: string): readonly (readonly string[])[] | null {
  const body = text.replace(/\r?\n$/, "");
  if (!/[\t\n]/.test(body)) return null;
  const rows = body.split(/\r?\n/).map((line) => line.split("\t").map(unquoted));
  const [first = []] = rows;
  return first.filter(isHeader).length > 1 ? rows.slice(1) : rows;
}

function isHeader(text: string): boolean {
  const word = text.trim().toLowerCase();
  return columns.some(({ id, title }) => word === id || word === title.toLowerCase());
}

/** A cell that holds a quotation mark or a line break comes in quotation marks. */
function unquoted(text: string): string {
  const inner = /^"(.*)"$/s.exec(text)?.[1];
  return (inner?.replaceAll('""', '"') ?? text).trim();
}

export function textOfRows(tenants: readonly TenantDraft[]): string {
  return tenants.map((tenant) => columns.map((column) => column.read(tenant) ?? "").join("\t")).join("\n");
}
