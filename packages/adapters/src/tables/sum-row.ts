import { parseQuantity, shown } from "@nkp-planner/core";
import { id } from "./columns/id.ts";
import { name } from "./columns/name.ts";
import { preset } from "./columns/preset.ts";
import type { CsvRow } from "./csv-rows.ts";
import { saysNothing } from "./read-cell.ts";
import { placeOf, type TenantTable } from "./row-cells.ts";
import type { TenantColumn } from "./tenant-column.ts";
import type { Typed } from "./tenant-draft.ts";

/** The rows of tenants, and what is said of a row below them that adds them up. */
export interface RowsWithoutSum {
  readonly rows: readonly CsvRow[];
  readonly notices: readonly string[];
}

/**
 * Rows without the last one where all its numbers are the sums of their columns, whatever it is called. Sums may be
 * rounded to the digits that they show.
 */
export function withoutSumRow(rows: readonly CsvRow[], table: TenantTable): RowsWithoutSum {
  const last = rows.at(-1);
  const above = rows.slice(0, -1);
  if (last === undefined || !addsUp(last, above, table)) return { rows, notices: [] };
  const called = (last.cells[placeOf(name, table)] ?? "").trim();
  const which = called === "" ? "" : `, ${shown(called)},`;
  return {
    rows: above,
    notices: [`Line ${last.line}${which} adds up the rows above it and is left out: it is no tenant.`],
  };
}

function addsUp(last: CsvRow, above: readonly CsvRow[], table: TenantTable): boolean {
  // No sum has an id, or the size of a preset.
  if ([id, preset].some((column) => !saysNothing(last.cells[placeOf(column, table)] ?? ""))) return false;
  const columns = table.columns.flatMap((named) => (named?.column.addsUp === true ? named.column : []));
  const checks = columns.flatMap((column) => {
    const sum = valueIn(last, column, table);
    return sum === undefined
      ? []
      : [
          isSumOf(
            sum,
            above.map((row) => valueIn(row, column, table)),
          ),
        ];
  });
  return checks.every((check) => check !== "no") && checks.includes("yes");
}

/** A cell as a fleet file would hold it; undefined: it says nothing. null: it cannot be read. */
function valueIn({ cells }: CsvRow, column: TenantColumn, table: TenantTable): Typed | null | undefined {
  const at = placeOf(column, table);
  const { suffix } = table.columns[at] ?? {};
  const { sign, currency } = table;
  const read = column.parse((cells[at] ?? "").trim(), { numbers: { by: "table", sign }, suffix, currency });
  return read.is === "value" ? read.value : read.is === "nothing" ? undefined : null;
}

/** `trivial`: nothing was added up, as of one row or of zeros. */
function isSumOf(sum: Typed | null, values: readonly (Typed | null | undefined)[]): "yes" | "no" | "trivial" {
  const parts = values.map((value) => (value === undefined ? 0n : value === null ? null : nanoOf(value)));
  const shownSum = sum === null ? null : nanoOf(sum);
  if (shownSum === null || parts.includes(null)) return "no";
  const all = parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n);
  const difference = all > shownSum ? all - shownSum : shownSum - all;
  if (difference * 2n > lastDigitOf(String(sum))) return "no";
  return parts.filter((part) => part !== 0n).length > 1 ? "yes" : "trivial";
}

function nanoOf(value: Typed): bigint | null {
  return parseQuantity(String(value));
}

/** What one more in the last digit of a number would be: `12.7Gi` → a tenth of a GiB. */
function lastDigitOf(text: string): bigint {
  const [, fraction = "", unit = ""] = /^\d+(?:\.(\d+))?([A-Za-z]*)$/.exec(text) ?? [];
  const one = fraction === "" ? "1" : `0.${"0".repeat(fraction.length - 1)}1`;
  return nanoOf(`${one}${unit}`) ?? 0n;
}
