import { currencyCodes, didYouMean, type Problem, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { type TenantColumn, type TenantColumnId, tenantColumnOf } from "./tenant-columns.ts";

/** A title or a date may stand above the names of the columns. */
const MOST_ROWS_ABOVE = 10;

/** Where the columns are named: at the top, or below a title. */
export function headIndexOf(rows: readonly CsvRow[]): number {
  return Math.max(0, rows.slice(0, MOST_ROWS_ABOVE).findIndex(isHead));
}

/** As `tenantColumnOf`, and what stands where a currency would is one: `net / month` is no price in NET. */
export function columnNamed(head: string): TenantColumn | undefined {
  const column = tenantColumnOf(head);
  return column?.currency === undefined || currencyCodes.includes(column.currency) ? column : undefined;
}

function isHead({ cells }: CsvRow): boolean {
  const ids = new Set(cells.map((cell) => columnNamed(cell)?.id).filter((id) => id !== undefined));
  return ids.has("name") && ids.size > 1;
}

function noticesAbove(rows: readonly CsvRow[]): readonly string[] {
  return rows
    .filter(({ cells }) => !/^sep=/i.test(cells[0] ?? ""))
    .map(({ line }) => `Line ${line} stands above the names of the columns and is left out.`);
}

const KNOWN = ["tenant", "id", "pods", "vcpu", "memory", "storage", "upgrades", "price", "growth", "preset"];

/** A price that cannot be taken as it is. */
export function isInOther(column: TenantColumn | undefined, currency: string | undefined): boolean {
  return column?.currency !== undefined && currency !== undefined && column.currency !== currency;
}

/** What is left out without harm: rows above the names, and columns. */
export function noticesOf(
  above: readonly CsvRow[],
  { cells }: CsvRow,
  columns: readonly (TenantColumn | undefined)[],
  currency: string | undefined,
): readonly string[] {
  const inOther = columns.flatMap((column, index) =>
    isInOther(column, currency)
      ? `The column ${shown(cells[index])} is in ${column?.currency} and is left out: the fleet counts in ${currency}. Convert it first.`
      : [],
  );
  const unknown = cells.filter((cell, index) => columns[index] === undefined && cell.trim() !== "");
  return [...noticesAbove(above), ...inOther, ...unknownNotices(unknown)];
}

/** Columns that nobody asked for: one sentence for all of which the same is to be said. */
function unknownNotices(unknown: readonly string[]): readonly string[] {
  const hints = new Set(unknown.map((cell) => didYouMean(cell, KNOWN)));
  return [...hints].map((hint) => {
    const cells = unknown.filter((cell) => didYouMean(cell, KNOWN) === hint);
    const [what, say, are] = cells.length === 1 ? ["column", "says", "is"] : ["columns", "say", "are"];
    return `The ${what} ${cells.map(shown).join(", ")} ${say} nothing of a tenant that is known here and ${are} left out; ${hint}`;
  });
}

const NEEDED: readonly TenantColumnId[] = ["pods", "vcpu", "memory"];

/** Columns that are missing, or there twice, so that nobody could tell which is meant. */
export function headProblems(
  { line, cells }: CsvRow,
  columns: readonly (TenantColumn | undefined)[],
): readonly Problem[] {
  const ids = columns.map((column) => column?.id);
  const twice = ids.flatMap((id, index): readonly Problem[] => {
    const first = ids.indexOf(id);
    if (id === undefined || first === index) return [];
    const found = `${shown(cells[first] ?? "")} and ${shown(cells[index] ?? "")}`;
    const expected = `one column for ${id === "name" ? "the tenant" : id}`;
    return [{ path: [], found, expected, fix: "remove or rename one of the two", line, column: index + 1 }];
  });
  const missing = [
    ...(ids.includes("name") ? [] : ["tenant"]),
    ...(ids.includes("preset") ? [] : NEEDED.filter((id) => !ids.includes(id))),
  ];
  if (missing.length === 0) return twice;
  const found = `columns ${cells.map(shown).join(", ")}`;
  const expected = `one named ${missing.join(", one named ")}`;
  const fix = "name the columns in the first row: tenant, pods, vcpu, memory, storage, price";
  return [{ path: [], found, expected, fix, line, column: 1 }, ...twice];
}
