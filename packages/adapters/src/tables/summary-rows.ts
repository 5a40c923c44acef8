import { shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import type { TenantTable } from "./row-cells.ts";
import { kindsNamed, type SummaryKind } from "./summary-names.ts";
import {
  addTo,
  type NumbersRow,
  nothingSummed,
  numbersRow,
  type SummaryFound,
  summableColumns,
  summaryIn,
} from "./summary-numbers.ts";
import type { TenantColumn } from "./tenant-column.ts";

/** The rows of tenants, and what is said of others that are made of them. */
export interface RowsWithoutSummaries {
  readonly rows: readonly CsvRow[];
  readonly notices: readonly string[];
}

/**
 * Rows without those whose numbers are sums, averages, counts, least or most of the rows of tenants, or of a group of
 * them: below, between or above. Told by the name where it says what the row is, else by sums in the last rows alone,
 * and only where they cannot be chance; a row that might be one and is kept is said.
 */
export function withoutSummaries(rows: readonly CsvRow[], table: TenantTable): RowsWithoutSummaries {
  const columns = summableColumns(table);
  const all = rows.map((row) => numbersRow(row, columns, table));
  const { left } = summariesOf(all, columns, MOST_ABOVE);
  return {
    rows: all.flatMap((one) => (left.get(one)?.isLeftOut === true ? [] : one.row)),
    notices: all.flatMap((one) => noticeOf(one, left.get(one)) ?? []),
  };
}

/** Rows of sums and averages that may stand above the tenants, and below them without a name that says so. */
const MOST_ABOVE = 3;
const MOST_LAST = 3;

interface Seen extends SummaryFound {
  readonly isLeftOut: boolean;
  readonly where: "above" | "below";
}

interface Walked {
  readonly left: ReadonlyMap<NumbersRow, Seen>;
  /** Whether the last row sums up all tenants. */
  readonly isClosed: boolean;
}

/** A row at the top is one only where its name says so. */
function summariesOf(all: readonly NumbersRow[], columns: readonly TenantColumn[], above: number): Walked {
  const [first, ...below] = all;
  if (first !== undefined && above > 0 && kindsNamed(first.name, below.length, false).length > 0) {
    const walked = summariesOf(below, columns, above - 1);
    const tenants = nothingSummed(columns);
    for (const row of below) if (walked.left.get(row)?.isLeftOut !== true) addTo(tenants, row, columns);
    const found = summaryIn(first, tenants, columns, false);
    if (found?.isNamed === true)
      return { ...walked, left: new Map([[first, { ...found, isLeftOut: true, where: "below" }], ...walked.left]) };
  }
  const starts = [0, ...Array.from({ length: MOST_LAST }, (_, index) => Math.max(0, all.length - MOST_LAST + index))];
  for (const start of starts) {
    const walked = walk(all, columns, start);
    if (walked.isClosed) return walked;
  }
  return walk(all, columns, all.length);
}

/** @param unnamedFrom the row from which numbers alone may tell that a row is a summary */
function walk(all: readonly NumbersRow[], columns: readonly TenantColumn[], unnamedFrom: number): Walked {
  const left = new Map<NumbersRow, Seen>();
  const tenants = nothingSummed(columns);
  let group = nothingSummed(columns);
  let isBelowSummary: boolean = false;
  let isClosed = false;
  for (const [index, row] of all.entries()) {
    const ofAll = summaryIn(row, tenants, columns, isBelowSummary);
    const found: SummaryFound | null =
      ofAll ?? (group.rows.length < tenants.rows.length ? summaryIn(row, group, columns, isBelowSummary) : null);
    const isByNumbers: boolean =
      index >= unnamedFrom && found?.isCertain === true && (found.kind === "sum" || isBelowSummary);
    const isLeftOut: boolean = found !== null && (found.isNamed || isByNumbers);
    if (found !== null) left.set(row, { ...found, isLeftOut, where: "above" });
    isClosed = isLeftOut && ofAll !== null;
    if (!isLeftOut) {
      if (isBelowSummary) group = nothingSummed(columns);
      addTo(tenants, row, columns);
      addTo(group, row, columns);
    }
    isBelowSummary = isLeftOut;
  }
  return { left, isClosed };
}

function noticeOf({ row, name }: NumbersRow, seen: Seen | undefined): string | null {
  if (seen === undefined) return null;
  const called = name === "" ? `Line ${row.line}` : `Line ${row.line}, ${shown(name)},`;
  const does = `${called} ${DOES[seen.kind]} ${seen.where} it`;
  if (seen.isLeftOut) return `${does} and is left out: it is no tenant.`;
  return `${does} and is taken as a tenant, for that may be chance: remove the row if it is none.`;
}

const DOES: Readonly<Record<SummaryKind, string>> = {
  sum: "adds up the rows",
  average: "has the averages of the rows",
  count: "counts the rows",
  least: "has the least values of the rows",
  most: "has the largest values of the rows",
};
