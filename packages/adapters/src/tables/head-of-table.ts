import type { Problem } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { decimalSignOf } from "./numbers.ts";
import { saysNothing } from "./read-cell.ts";
import type { TenantTable } from "./row-cells.ts";
import { columnsNamed, currencyColumnAt, headIndexOf, headProblems, noticesOf } from "./table-heads.ts";
import { isInOther, type NamedColumn } from "./tenant-head.ts";
import { currenciesNamed } from "./units/currency-signs.ts";

/** The names of a table's columns, and what its rows are read by. */
export interface HeadOfTable {
  readonly table: TenantTable;
  /** Rows below the names. */
  readonly below: readonly CsvRow[];
  /** Columns that are missing, or there twice. */
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
}

/** How rows are read, by their names and by what stands in them; undefined: there are none. @param currency of the fleet @param decimalSign where the numbers are not to tell */
export function headOfTable(
  rows: readonly CsvRow[],
  delimiter: string,
  currency: string | undefined,
  decimalSign?: "." | ",",
): HeadOfTable | undefined {
  const headAt = headIndexOf(rows);
  const head = rows[headAt];
  if (head === undefined) return undefined;
  const below = rows.slice(headAt + 1);
  const all = columnsNamed(head.cells);
  const columns = all.map((named) => (isInOther(named, currency) ? undefined : named));
  const currencyAt = currencyColumnAt(head, all, below);
  const sign = decimalSign ?? decimalSignOf(numbersOf(below, columns), USUAL_SIGNS[delimiter] ?? null);
  const itsCurrency = columns.find((named) => named?.currencies?.length === 1)?.currencies?.[0];
  // A sign of several currencies is of none of them by itself.
  const ofRows = below
    .map(({ cells }) => currenciesNamed(cells[currencyAt] ?? "") ?? [])
    .find((known) => known.length === 1);
  return {
    table: { heads: head.cells, columns, sign, currencyAt, currency: currency ?? itsCurrency ?? ofRows?.[0] },
    below,
    problems: headProblems(head, all),
    notices: noticesOf(rows.slice(0, headAt), head, all, currency, currencyAt),
  };
}

/** Where cells are parted by commas, a comma is not before fractions. Elsewhere only the numbers themselves tell. */
const USUAL_SIGNS: Readonly<Record<string, ".">> = { ",": "." };

/** What stands in cells of numbers. */
export function numbersOf(rows: readonly CsvRow[], columns: readonly (NamedColumn | undefined)[]): readonly string[] {
  return columns.flatMap((named, index) => {
    const unit = named?.column.unit ?? null;
    if (unit === null) return [];
    const texts = rows.map(({ cells }) => (cells[index] ?? "").trim()).filter((text) => !saysNothing(text));
    return texts.map((text) => unit.inCell(text).number);
  });
}
