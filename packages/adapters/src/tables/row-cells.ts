import { type Problem, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { type DecimalSign, plainNumber } from "./numbers.ts";
import { cellParts } from "./tenant-cells.ts";
import type { TenantColumn, TenantColumnId } from "./tenant-columns.ts";

/** What holds for all rows of a table. */
export interface TenantTable {
  readonly heads: readonly string[];
  readonly columns: readonly (TenantColumn | undefined)[];
  readonly sign: DecimalSign;
  /** The prices' own; undefined where nobody said. */
  readonly currency: string | undefined;
}

const WANTED: Readonly<Partial<Record<TenantColumnId, readonly [expected: string, fix: string]>>> = {
  pods: ["a whole number of pods", "write for example 24"],
  vcpu: ["a number of vCPU", "write for example 3.5, or 500m"],
  largestVcpu: ["a number of vCPU", "write for example 0.5, or 500m"],
  memory: ["a size such as 96 or 96Gi", "write for example 96"],
  largestMemory: ["a size such as 2 or 2Gi", "write for example 2"],
  storage: ["a size such as 200 or 200Gi", "write for example 200"],
  price: ["an amount a month", "write for example 4200.00"],
  growth: ["percent a year", "write for example 15"],
};

export function isNumeric(id: TenantColumnId): boolean {
  return WANTED[id] !== undefined;
}

export function columnOf(columns: TenantTable["columns"], id: TenantColumnId): number {
  return columns.findIndex((column) => column?.id === id);
}

/** A row's cells by column, and what is wrong with them. */
export interface RowCells {
  /** As written, without spaces around it; empty where the table has no such column. */
  textOf(id: TenantColumnId): string;
  /** A number with its unit as Kubernetes writes it; undefined where there is none, which is a problem if it is needed. */
  numberOf(id: TenantColumnId, isNeeded?: boolean): string | undefined;
  /** Notes a problem of the cell. */
  say(id: TenantColumnId, expected: string, fix: string): void;
  readonly problems: readonly Problem[];
}

export function cellsOfRow({ line, cells }: CsvRow, table: TenantTable): RowCells {
  const { heads, columns, sign } = table;
  const problems: Problem[] = [];
  const textOf = (id: TenantColumnId) => (cells[columnOf(columns, id)] ?? "").trim();
  const say = (id: TenantColumnId, expected: string, fix: string) => {
    const at = Math.max(0, columnOf(columns, id));
    const found = textOf(id);
    const what = found === "" ? "nothing" : shown(found);
    problems.push({ path: [heads[at] ?? id], found: what, expected, fix, line, column: at + 1 });
  };
  const numberOf = (id: TenantColumnId, isNeeded = false): string | undefined => {
    const column = columns[columnOf(columns, id)];
    const parts = column === undefined ? null : cellParts(textOf(id), column);
    const [expected, fix] = WANTED[id] ?? ["", ""];
    if (parts === null) {
      if (isNeeded) say(id, expected, fix);
      return undefined;
    }
    if (parts.currency !== undefined && table.currency !== undefined && parts.currency !== table.currency)
      say(id, `an amount in ${table.currency}`, `convert it to ${table.currency}`);
    // A count has no fraction: of two readings the whole one is meant.
    const isCount = id === "pods";
    const plain = plainNumber(parts.number, isCount ? null : sign);
    if (plain.is === "ambiguous") {
      if (isCount) return plain.readings.find(isWhole);
      const ways = plain.readings.map((one) => (isWhole(one) ? one : `${one}0`));
      say(id, "a number that can be read in one way only", `write ${ways.join(" or ")}`);
      return undefined;
    }
    if (plain.is === "none" || (isCount && !isWhole(plain.text))) {
      say(id, expected, fix);
      return undefined;
    }
    return `${plain.text}${parts.unit}`;
  };
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const expected = `${columns.length}, as the row of names has`;
    const tooMany = { path: [], found: `${cells.length} cells`, expected, line, column: columns.length + 1 };
    problems.push({ ...tooMany, fix: "quote cells that hold the separator" });
  }
  return { textOf, numberOf, say, problems };
}

function isWhole(text: string): boolean {
  return !text.includes(".");
}
