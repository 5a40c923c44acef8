import { currencyCodes, didYouMean, notModelled, type Problem, shown } from "@nkp-planner/core";
import { columns as allColumns } from "./columns/index.ts";
import { name } from "./columns/name.ts";
import { preset } from "./columns/preset.ts";
import type { CsvRow } from "./csv-rows.ts";
import { isHead, isInOther, type NamedColumn, tenantColumnOf, tenantColumnsOf } from "./tenant-head.ts";
import { currenciesNamed } from "./units/currency-signs.ts";

/** A title or a date may stand above the names of the columns. */
const MOST_ROWS_ABOVE = 10;

/** Where the columns are named: at the top, or below a title. Where no row names the tenant's, the one that names most. */
export function headIndexOf(rows: readonly CsvRow[]): number {
  const named = rows.slice(0, MOST_ROWS_ABOVE).map(({ cells }) => columnsNamed(cells));
  const at = named.findIndex(isHead);
  if (at >= 0) return at;
  const counts = named.map((row) => row.filter((one) => one !== undefined).length);
  return Math.max(0, counts.indexOf(Math.max(2, ...counts)));
}

/** The columns that a row names, if it is one of heads. */
export function columnsNamed(heads: readonly string[]): readonly (NamedColumn | undefined)[] {
  return tenantColumnsOf(heads, columnNamed);
}

/** As `tenantColumnOf`, and what stands where a currency would is one: `net / month` is no price in NET. */
function columnNamed(head: string): NamedColumn | undefined {
  const named = tenantColumnOf(head);
  return (named?.currencies ?? []).every((code) => currencyCodes.includes(code)) ? named : undefined;
}

function noticesAbove(rows: readonly CsvRow[]): readonly string[] {
  return rows
    .filter(({ cells }) => !/^sep=/i.test(cells[0] ?? ""))
    .map(({ line }) => `Line ${line} stands above the names of the columns and is left out.`);
}

const KNOWN = allColumns.map(({ called }) => called);

/** What is left out without harm: rows above the names, and columns. */
export function noticesOf(
  above: readonly CsvRow[],
  { cells }: CsvRow,
  columns: readonly (NamedColumn | undefined)[],
  currency: string | undefined,
  currencyAt: number,
): readonly string[] {
  const foreign = columns.flatMap((named, index) =>
    isInOther(named, currency) ? `The column ${shown(cells[index])} ${inOther(named?.currencies ?? [], currency)}` : [],
  );
  const guessed = columns.flatMap((named, index) =>
    (named?.currencies ?? []).length > 1 && !isInOther(named, currency)
      ? `The column ${shown(cells[index])} is read as ${currency}, the fleet's currency; its sign stands for others too.`
      : [],
  );
  const unknown = cells.filter(
    (cell, index) => columns[index] === undefined && cell.trim() !== "" && index !== currencyAt,
  );
  const words = columns.flatMap((named, index) =>
    named?.isGuessed === true
      ? `The column ${shown(cells[index])} is read as the ${named.column.called}: no other names it.`
      : [],
  );
  return [...noticesAbove(above), ...words, ...foreign, ...guessed, ...unknownNotices(unknown)];
}

function inOther(currencies: readonly string[], currency: string | undefined): string {
  const [first, second, ...more] = currencies;
  const its =
    first === undefined
      ? "a currency that is not known here"
      : [first, ...(second === undefined ? [] : [second]), ...(more.length > 0 ? ["another"] : [])].join(" or ");
  const why = currency === undefined ? "nobody says which is meant" : `the fleet counts in ${currency}`;
  return `is in ${its} and is left out: ${why}. Convert it first.`;
}

/** The column that says for each row what its amounts are in. */
function namesCurrencies(head: string): boolean {
  return /^\s*(currency|currency code|ccy|iso 4217)\s*$/i.test(head);
}

/** Where that column stands: by its name, or as the one that is not known and has nothing but codes and signs of currencies. */
export function currencyColumnAt(
  { cells }: CsvRow,
  columns: readonly (NamedColumn | undefined)[],
  below: readonly CsvRow[],
): number {
  const named = cells.findIndex(namesCurrencies);
  if (named >= 0) return named;
  return cells.findIndex((_, index) => {
    if (columns[index] !== undefined) return false;
    const said = below.map((row) => (row.cells[index] ?? "").trim()).filter((text) => text !== "");
    return said.length > 0 && said.every((text) => currenciesNamed(text) !== null);
  });
}

/** Columns that nobody asked for: one sentence for all of which the same is to be said. */
function unknownNotices(unknown: readonly string[]): readonly string[] {
  return [...new Set(unknown.map(whyLeftOut))].map((why) => {
    const cells = unknown.filter((cell) => whyLeftOut(cell) === why);
    const [what, say, are] = cells.length === 1 ? ["column", "says", "is"] : ["columns", "say", "are"];
    const says = why.startsWith("left out:") ? "" : `${say} ${NOTHING_KNOWN} and `;
    return `The ${what} ${cells.map(shown).join(", ")} ${says}${are} ${why}`;
  });
}

const NOTHING_KNOWN = "nothing of a tenant that is known here";

function whyLeftOut(head: string): string {
  const found = notModelled(head.trim());
  return found === undefined ? `left out; ${didYouMean(head, KNOWN)}` : `left out: ${found.why}; ${found.advice}.`;
}

/** Columns that are missing, or there twice, so that nobody could tell which is meant. */
export function headProblems({ line, cells }: CsvRow, named: readonly (NamedColumn | undefined)[]): readonly Problem[] {
  const columns = named.map((one) => one?.column);
  const twice = columns.flatMap((column, index): readonly Problem[] => {
    const first = columns.indexOf(column);
    if (column === undefined || first === index) return [];
    const found = `${shown(cells[first] ?? "")} and ${shown(cells[index] ?? "")}`;
    const expected = `one column for ${column === name ? "the tenant" : column.called}`;
    return [{ path: [], found, expected, fix: "remove or rename one of the two", line, column: index + 1 }];
  });
  const hasPreset = columns.includes(preset);
  const missing = allColumns
    .filter((column) => column.needed && !(column.isSize && hasPreset) && !columns.includes(column))
    .map((column) =>
      column === name ? `${name.called} (or customer, client, company, account, Kunde, Mandant)` : column.called,
    );
  if (missing.length === 0) return twice;
  const found = `columns ${cells.map(shown).join(", ")}`;
  const expected = `one named ${missing.join(", one named ")}`;
  const fix = "name the columns in the first row: tenant, pods, vcpu, memory, storage, price";
  return [{ path: [], found, expected, fix, line, column: 1 }, ...twice];
}
