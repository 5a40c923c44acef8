import type { Problem, WorkloadLibrary } from "@nkp-planner/core";
import { assumedUnits } from "./assumed-units.ts";
import {
  type ColumnMapping,
  type ColumnsOfTable,
  headsNotThere,
  mapped,
  mappedCells,
  targetOf,
} from "./column-mapping.ts";
import { rowsOfCsv } from "./csv-rows.ts";
import { decimalUnits } from "./decimal-units.ts";
import { doubledNames } from "./doubled-names.ts";
import { guessedSigns } from "./guessed-signs.ts";
import { guessedTargets } from "./guessed-targets.ts";
import { headOfTable } from "./head-of-table.ts";
import { withoutSummaries } from "./summary-rows.ts";
import { columnsNamed } from "./table-heads.ts";
import { fleetProblems } from "./tenant-checks.ts";
import { isHead } from "./tenant-head.ts";
import { type TenantRow, tenantOfRow } from "./tenant-row.ts";

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
  /** null: no row names any. */
  readonly columns: ColumnsOfTable | null;
}

/** What the rows are for. */
export interface TenantsTableOptions {
  /** Heads that are to be read as others. */
  readonly mapping?: ColumnMapping;
  /** What stands before fractions, where the numbers are not to tell. */
  readonly decimalSign?: "." | ",";
  /** The fleet's: prices in another one are left out, and that is said. */
  readonly currency?: string;
  /** Presets by name; without it they are taken as written. */
  readonly library?: WorkloadLibrary;
}

const NO_MAPPING: ColumnMapping = new Map();
/** So many rows are shown to who is to say what the columns are. */
const FIRST_ROWS = 3;
const MOST_ROWS = 5000;
/** The names of the columns, and what may stand above them. */
const MOST_ABOVE = 100;
const LARGEST_TEXT = 10 * 1024 * 1024;

/**
 * Reads tenants from rows of a spreadsheet: comma, semicolon or tab between cells, one row names the columns. Bare
 * numbers in a column of GiB are GiB; whether a comma or a point is before fractions, the numbers tell. Never throws.
 */
export function readTenantsCsv(
  text: string,
  { currency, library, mapping = NO_MAPPING, decimalSign }: TenantsTableOptions = {},
): TenantsTable {
  if (text.length > LARGEST_TEXT) return refused("a file beyond 10 MB", "at most 10 MB", "split it");
  const csv = rowsOfCsv(text, MOST_ROWS + MOST_ABOVE, (first) =>
    first.some((cells) => isHead(columnsNamed(mappedCells(cells, mapping)))),
  );
  const { problems, delimiter, isCut } = csv;
  const rows = csv.rows.map((row) => mapped(row, mapping));
  if (isCut) return tooManyRows();
  const head = headOfTable(rows, delimiter, currency, decimalSign);
  if (head === undefined)
    return problems.length > 0
      ? { tenants: [], lines: [], problems, notices: [], rowCount: problems.length, columns: null }
      : refused("no rows", "a row of column names, and a row for each tenant", "give the names of the columns too");
  const { below, notices } = head;
  const { columns } = head.table;
  const heads = csv.rows[rows.length - below.length - 1]?.cells ?? [];
  // What is said of a column calls it as the file does, whatever it is read as.
  const table = { ...head.table, heads };
  const notThere = headsNotThere(mapping, heads);
  const firstRows = below.slice(0, FIRST_ROWS).map(({ cells }) => cells);
  const told: ColumnsOfTable = {
    heads,
    targets: columns.map(targetOf),
    guesses: guessedTargets(columns, firstRows),
    firstRows,
    decimalSign: table.sign,
  };
  if (head.problems.length + notThere.length > 0)
    return {
      tenants: [],
      lines: [],
      problems: [...problems, ...notThere, ...head.problems],
      notices,
      rowCount: below.length + problems.length,
      columns: told,
    };
  if (below.length > MOST_ROWS) return tooManyRows();
  if (below.length === 0 && problems.length === 0)
    return refused("no rows below the names of the columns", "a row for each tenant", "add the tenants");
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
      ...assumedUnits(table.heads, body, columns),
      ...decimalUnits(table.heads, body, columns),
      ...guessedSigns(body, columns, table.currency),
    ],
    rowCount: body.length + problems.length,
    columns: told,
  };
}

function tooManyRows(): TenantsTable {
  return refused(
    `more than ${MOST_ROWS} rows`,
    `at most ${MOST_ROWS}`,
    "give a larger fleet as YAML or JSON, or stream it: nkp-planner compare --stream FILE",
  );
}

function refused(found: string, expected: string, fix: string): TenantsTable {
  return {
    tenants: [],
    lines: [],
    problems: [{ path: [], found, expected, fix, line: 1, column: 1 }],
    notices: [],
    rowCount: 1,
    columns: null,
  };
}
