import type { Problem, WorkloadLibrary } from "@nkp-planner/core";
import { assumedUnits } from "./assumed-units.ts";
import { type CsvRow, rowsOfCsv } from "./csv-rows.ts";
import { doubledNames } from "./doubled-names.ts";
import { decimalSignOf } from "./numbers.ts";
import { saysNothing } from "./read-cell.ts";
import type { TenantTable } from "./row-cells.ts";
import { withoutSummaries } from "./summary-rows.ts";
import { columnsNamed, currencyColumnAt, headIndexOf, headProblems, noticesOf } from "./table-heads.ts";
import { fleetProblems } from "./tenant-checks.ts";
import { isHead, isInOther, type NamedColumn } from "./tenant-head.ts";
import { type TenantRow, tenantOfRow } from "./tenant-row.ts";
import { currenciesNamed } from "./units/currency-signs.ts";

/** What a table of tenants says: the rows that can be taken, and what is wrong with the others. */
export interface TenantsTable {
  /** As a fleet file has them. */
  readonly tenants: readonly TenantRow[];
  /** The line of each of them. */
  readonly lines: readonly number[];
  /** Each with its line, and the number of its cell as column. */
  readonly problems: readonly Problem[];
  /** What was left out without harm: columns that say nothing of a tenant. */
  readonly notices: readonly string[];
  /** Below the names of the columns, those included that cannot be told apart, without those that sum the others up. */
  readonly rowCount: number;
}

/** What the rows are for. */
export interface TenantsTableOptions {
  /** The fleet's: prices in another one are left out, and that is said. */
  readonly currency?: string;
  /** Presets by name; without it they are taken as written. */
  readonly library?: WorkloadLibrary;
}

const MOST_ROWS = 5000;
/** The names of the columns, and what may stand above them. */
const MOST_ABOVE = 100;
const LARGEST_TEXT = 10 * 1024 * 1024;

/**
 * Reads tenants from rows of a spreadsheet: comma, semicolon or tab between cells, one row names the columns. Bare
 * numbers in a column of GiB are GiB; whether a comma or a point is before fractions, the numbers tell. Never throws.
 */
export function readTenantsCsv(text: string, { currency, library }: TenantsTableOptions = {}): TenantsTable {
  if (text.length > LARGEST_TEXT) return refused("a file beyond 10 MB", "at most 10 MB", "split it");
  const { rows, problems, delimiter, isCut } = rowsOfCsv(text, MOST_ROWS + MOST_ABOVE, (first) =>
    first.some((cells) => isHead(columnsNamed(cells))),
  );
  if (isCut) return tooManyRows();
  const headAt = headIndexOf(rows);
  const head = rows[headAt];
  if (head === undefined)
    return problems.length > 0
      ? { tenants: [], lines: [], problems, notices: [], rowCount: problems.length }
      : refused("no rows", "a row of column names, and a row for each tenant", "give the names of the columns too");
  const below = rows.slice(headAt + 1);
  const all = columnsNamed(head.cells);
  const columns = all.map((named) => (isInOther(named, currency) ? undefined : named));
  const currencyAt = currencyColumnAt(head, all, below);
  const notices = noticesOf(rows.slice(0, headAt), head, all, currency, currencyAt);
  const unfit = headProblems(head, all);
  if (unfit.length > 0)
    return {
      tenants: [],
      lines: [],
      problems: [...problems, ...unfit],
      notices,
      rowCount: below.length + problems.length,
    };
  if (below.length > MOST_ROWS) return tooManyRows();
  if (below.length === 0 && problems.length === 0)
    return refused("no rows below the names of the columns", "a row for each tenant", "add the tenants");

  const sign = decimalSignOf(numbersOf(below, columns), USUAL_SIGNS[delimiter] ?? null);
  const itsCurrency = columns.find((named) => named?.currencies?.length === 1)?.currencies?.[0];
  // A sign of several currencies is of none of them by itself.
  const ofRows = below
    .map(({ cells }) => currenciesNamed(cells[currencyAt] ?? "") ?? [])
    .find((all) => all.length === 1);
  const table: TenantTable = {
    ...{ heads: head.cells, columns, sign, currencyAt },
    currency: currency ?? itsCurrency ?? ofRows?.[0],
  };
  const { rows: body, notices: ofSum } = withoutSummaries(below, table);
  const doubled = doubledNames(body, table);
  const isDoubled = new Set(doubled.problems.map(({ line }) => line));
  const ids = new Set<string>();
  const read = body.map((row) => ({ row, ...tenantOfRow(row, table, ids) }));
  const good = read.flatMap(({ row, tenant }) =>
    tenant === undefined || isDoubled.has(row.line) ? [] : [{ row, tenant }],
  );
  const refusals = fleetProblems(good, table, library);
  const isRefused = new Set(refusals.map(({ line }) => line));
  const taken = good.filter(({ row }) => !isRefused.has(row.line));
  return {
    tenants: taken.map(({ tenant }) => tenant),
    lines: taken.map(({ row }) => row.line),
    problems: [...problems, ...read.flatMap((one) => one.problems), ...doubled.problems, ...refusals].toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    ),
    notices: [
      ...notices,
      ...ofSum,
      ...doubled.notices,
      ...assumedUnits(head.cells, body, columns),
      ...guessedSigns(body, columns, table.currency),
    ],
    rowCount: body.length + problems.length,
  };
}

/** Signs of several currencies that were taken for the fleet's. */
function guessedSigns(
  rows: readonly CsvRow[],
  columns: readonly (NamedColumn | undefined)[],
  currency: string | undefined,
): readonly string[] {
  if (currency === undefined) return [];
  const signs = columns.flatMap((named, index) => {
    const unit = named?.column.unit;
    if (unit?.isMoney !== true) return [];
    const parts = rows.map(({ cells }) => unit.inCell((cells[index] ?? "").trim()));
    return parts.flatMap(({ sign, currencies = [] }) =>
      sign !== undefined && currencies.length > 1 && currencies.includes(currency) ? sign : [],
    );
  });
  return [...new Set(signs)].map(
    (sign) => `"${sign}" is read as ${currency}, the fleet's currency; it stands for others too.`,
  );
}

/** Where cells are parted by commas, a comma is not before fractions. Elsewhere only the numbers themselves tell. */
const USUAL_SIGNS: Readonly<Record<string, ".">> = { ",": "." };

function numbersOf(rows: readonly CsvRow[], columns: readonly (NamedColumn | undefined)[]): readonly string[] {
  return columns.flatMap((named, index) => {
    const unit = named?.column.unit ?? null;
    if (unit === null) return [];
    const texts = rows.map(({ cells }) => (cells[index] ?? "").trim()).filter((text) => !saysNothing(text));
    return texts.map((text) => unit.inCell(text).number);
  });
}

function tooManyRows(): TenantsTable {
  return refused(
    `more than ${MOST_ROWS} rows`,
    `at most ${MOST_ROWS}`,
    "give a larger fleet as YAML or JSON: import writes one",
  );
}

function refused(found: string, expected: string, fix: string): TenantsTable {
  return {
    tenants: [],
    lines: [],
    problems: [{ path: [], found, expected, fix, line: 1, column: 1 }],
    notices: [],
    rowCount: 1,
  };
}
