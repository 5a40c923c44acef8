import { parseSize } from "@nkp-planner/core";
import { areIndependent, ColumnSummary, type ShownNumber } from "./column-summary.ts";
import { id } from "./columns/id.ts";
import { name } from "./columns/name.ts";
import { preset } from "./columns/preset.ts";
import { price } from "./columns/price.ts";
import type { CsvRow } from "./csv-rows.ts";
import { readCell, saysNothing } from "./read-cell.ts";
import { placeOf, type TenantTable } from "./row-cells.ts";
import { kindsNamed, type SummaryKind } from "./summary-names.ts";
import type { TenantColumn } from "./tenant-column.ts";
import { plain } from "./units/numbers-alone.ts";

/** A row of a table with the numbers that may be summed up. */
export interface NumbersRow {
  readonly row: CsvRow;
  readonly name: string;
  /** By column; undefined: the cell says nothing. null: it cannot be read. */
  readonly numbers: readonly (ShownNumber | null | undefined)[];
  /** Whether it has what no summary has: an id, or the size of a preset. */
  readonly isTenant: boolean;
}

/** The rows that a summary may sum up. */
export interface SummedRows {
  readonly rows: readonly NumbersRow[];
  readonly columns: readonly ColumnSummary[];
}

/** What a row is of others: its kind, and whether its numbers alone leave no doubt of it, or only its name does. */
export interface SummaryFound {
  readonly kind: SummaryKind;
  readonly isNamed: boolean;
  readonly isCertain: boolean;
}

export function summableColumns(table: TenantTable): readonly TenantColumn[] {
  return table.columns.flatMap((named) => (named?.column.addsUp === true ? named.column : []));
}

export function numbersRow(row: CsvRow, columns: readonly TenantColumn[], table: TenantTable): NumbersRow {
  const textAt = (column: TenantColumn) => (row.cells[placeOf(column, table)] ?? "").trim();
  return {
    row,
    name: textAt(name),
    numbers: columns.map((column) => numberOf(textAt(column), column, table)),
    isTenant: [id, preset].some((column) => !saysNothing(textAt(column))),
  };
}

/** The rows given, and one more. Changes `summed`. */
export function addTo(
  summed: { readonly rows: NumbersRow[]; readonly columns: readonly ColumnSummary[] },
  row: NumbersRow,
  columns: readonly TenantColumn[],
): void {
  summed.rows.push(row);
  for (const [index, column] of summed.columns.entries()) column.add(row.numbers[index], isWhole(columns[index]));
}

export function nothingSummed(columns: readonly TenantColumn[]): { rows: NumbersRow[]; columns: ColumnSummary[] } {
  return { rows: [], columns: columns.map(() => new ColumnSummary()) };
}

/** What kind of summary a row is of those rows; null: none, or of fewer than two of them. */
export function summaryIn(
  row: NumbersRow,
  of: SummedRows,
  columns: readonly TenantColumn[],
  isBelowSummary: boolean,
): SummaryFound | null {
  if (row.isTenant || of.rows.length < 2) return null;
  const named = kindsNamed(row.name, of.rows.length, isBelowSummary);
  const ofName = named.find((kind) => agrees(row, of, columns, kind, true));
  if (ofName !== undefined) return { kind: ofName, isNamed: true, isCertain: true };
  const kind = (["sum", "average"] as const).find((one) => agrees(row, of, columns, one, false));
  return kind === undefined ? null : { kind, isNamed: false, isCertain: isCertain(row, of, kind) };
}

/** Whether all numbers of a row are of that kind, and one of them tells. In the column of prices an average may stand. */
function agrees(
  { numbers }: NumbersRow,
  of: SummedRows,
  columns: readonly TenantColumn[],
  kind: SummaryKind,
  isNamed: boolean,
): boolean {
  let isTold = false;
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) continue;
    const kinds: readonly SummaryKind[] = columns[index] === price ? [kind, "average"] : [kind];
    const found = number === null ? undefined : kinds.find((one) => of.columns[index]?.is(one, number, isNamed));
    if (number === null || found === undefined) return false;
    if (of.columns[index]?.isTelling(found) === true) isTold = true;
    if (isNamed && kind !== "sum" && number.nano !== 0n) isTold = true;
  }
  return isTold;
}

function isCertain({ numbers }: NumbersRow, of: SummedRows, kind: SummaryKind): boolean {
  const telling = numbers.flatMap((number, index) => {
    const column = of.columns[index];
    return number && column?.is(kind, number, false) === true && column.isTelling(kind) ? index : [];
  });
  return areIndependent(telling.map((index) => of.rows.map((one) => one.numbers[index]?.nano ?? 0n)));
}

function isWhole(column: TenantColumn | undefined): boolean {
  return column?.unit?.isWhole === true;
}

/** A cell as a fleet file would hold it; of what is counted in whole numbers an average may have a fraction. */
function numberOf(text: string, column: TenantColumn, table: TenantTable): ShownNumber | null | undefined {
  const { suffix } = table.columns[placeOf(column, table)] ?? {};
  const { sign, currency } = table;
  const given = { numbers: { by: "table", sign }, suffix, currency } as const;
  const own = column.parse(text, given);
  const read = own.is === "unfit" && isWhole(column) ? readCell(text, plain, column.wanted, given) : own;
  if (read.is === "nothing") return undefined;
  const value = read.is === "value" ? String(read.value) : "";
  const nano = parseSize(value);
  const [, bare = "", fraction = "", unit = ""] = /^(\d+(?:\.(\d+))?)([A-Za-z]*)$/.exec(value) ?? [];
  const bareNano = parseSize(bare);
  if (nano === null || bareNano === null) return null;
  const one = fraction === "" ? "1" : `0.${"0".repeat(fraction.length - 1)}1`;
  return { nano, lastDigit: parseSize(`${one}${unit}`) ?? 0n, bareNano };
}
