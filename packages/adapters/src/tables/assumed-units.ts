import { BYTES_PER_MIB, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { saysNothing } from "./read-cell.ts";
import type { NamedColumn } from "./tenant-head.ts";
import { size } from "./units/size.ts";

/** Columns of memory and volumes whose heads name no unit, nor do all of their numbers: in which one they are read. */
export function assumedUnits(
  heads: readonly string[],
  rows: readonly CsvRow[],
  columns: readonly (NamedColumn | undefined)[],
): readonly string[] {
  return columns.flatMap((named, index) => {
    if (named?.column.unit !== size || named.suffix !== undefined) return [];
    const bare = rows.flatMap(({ cells }) => {
      const text = (cells[index] ?? "").trim();
      if (saysNothing(text)) return [];
      const { number, suffix } = size.inCell(text);
      return suffix === undefined && /[1-9]/.test(number) ? number : [];
    });
    if (bare.length === 0) return [];
    const head = heads[index] ?? "";
    // Nothing has a million GiB.
    const areBytes = bare.some((number) => Number(number) >= BYTES_PER_MIB);
    const advice = areBytes ? `; where they are bytes, call it ${shown(`${head} (bytes)`)}` : "";
    return [`The column ${shown(head)} names no unit: its numbers without one are read as GiB${advice}.`];
  });
}
