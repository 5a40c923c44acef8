import { type Problem, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import type { DecimalSign } from "./numbers.ts";
import type { Wanted } from "./read-cell.ts";
import type { TenantColumn } from "./tenant-column.ts";
import type { Typed } from "./tenant-draft.ts";
import type { NamedColumn } from "./tenant-head.ts";
import { currenciesNamed } from "./units/currency-signs.ts";

/** What holds for all rows of a table. */
export interface TenantTable {
  readonly heads: readonly string[];
  readonly columns: readonly (NamedColumn | undefined)[];
  readonly sign: DecimalSign | null;
  /** The prices' own; undefined where nobody said. */
  readonly currency: string | undefined;
  /** Where the column stands that says what the amounts of each row are in; -1: there is none. */
  readonly currencyAt: number;
}

/** -1: the table has no such column. */
export function placeOf(column: TenantColumn, { columns }: Pick<TenantTable, "columns">): number {
  return columns.findIndex((named) => named?.column === column);
}

/** A row's cells by column, and what is wrong with them. */
export interface RowCells {
  /** As written, without spaces around it; empty where the table has no such column. */
  textOf(column: TenantColumn): string;
  /** As a fleet file holds it; undefined where there is none, which is a problem if it is needed or no such value. */
  typedOf(column: TenantColumn): Typed | undefined;
  /** Notes a problem of the cell. */
  say(column: TenantColumn, wanted: Wanted): void;
  readonly problems: readonly Problem[];
}

export function cellsOfRow({ line, cells }: CsvRow, table: TenantTable): RowCells {
  const { heads, columns, sign, currency } = table;
  const problems: Problem[] = [];
  const own = (cells[table.currencyAt] ?? "").trim();
  const isForeign = own !== "" && currency !== undefined && currenciesNamed(own)?.includes(currency) !== true;
  const textOf = (column: TenantColumn) => (cells[placeOf(column, table)] ?? "").trim();
  const say = (column: TenantColumn, wanted: Wanted) => {
    const at = Math.max(0, placeOf(column, table));
    const found = textOf(column);
    const what = found === "" ? "nothing" : shown(found);
    problems.push({ path: [heads[at] ?? column.called], found: what, ...wanted, line, column: at + 1 });
  };
  const typedOf = (column: TenantColumn) => {
    const { suffix } = columns[placeOf(column, table)] ?? {};
    const read = column.parse(textOf(column), { numbers: { by: "table", sign }, suffix, currency });
    if (read.is === "value" && column.unit?.isMoney === true && isForeign) {
      say(column, {
        expected: `an amount in ${currency}, as the row says ${shown(own)}`,
        fix: `convert it to ${currency}`,
      });
      return undefined;
    }
    if (read.is === "value") return read.value;
    if (read.is === "unfit") say(column, read.wanted);
    else if (column.needed) say(column, column.wanted);
    return undefined;
  };
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const expected = `${columns.length}, as the row of names has`;
    const tooMany = { path: [], found: `${cells.length} cells`, expected, line, column: columns.length + 1 };
    problems.push({ ...tooMany, fix: "quote cells that hold the separator" });
  }
  return { textOf, typedOf, say, problems };
}
