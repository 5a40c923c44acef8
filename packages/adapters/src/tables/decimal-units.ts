import { BYTES_PER_GIB, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import type { NamedColumn } from "./tenant-head.ts";
import { size } from "./units/size.ts";

/** Units of a thousand, each with a size that people know: what is told is the same for every table. */
const DECIMAL: ReadonlyMap<string, { readonly unit: string; readonly count: number; readonly bytes: number }> = new Map(
  [
    ["M", { unit: "MB", count: 64_000, bytes: 1e6 }],
    ["G", { unit: "GB", count: 64, bytes: 1e9 }],
    ["T", { unit: "TB", count: 2, bytes: 1e12 }],
  ],
);

/** Columns of memory and volumes that count in GB, MB or TB, in heads or in cells: what these are in GiB, in which is planned. */
export function decimalUnits(
  heads: readonly string[],
  rows: readonly CsvRow[],
  columns: readonly (NamedColumn | undefined)[],
): readonly string[] {
  return columns.flatMap((named, index) => {
    if (named?.column.unit !== size) return [];
    const inCells = rows.map(({ cells }) => size.inCell((cells[index] ?? "").trim()).suffix);
    const units = [...new Set([named.suffix, ...inCells])].flatMap((suffix) => DECIMAL.get(suffix ?? "") ?? []);
    return units.map(({ unit, count, bytes }) => {
      const gib = ((count * bytes) / BYTES_PER_GIB).toFixed(1);
      return `The column ${shown(heads[index] ?? "")} is read in ${unit}, of which ${count} are ${gib} GiB.`;
    });
  });
}
