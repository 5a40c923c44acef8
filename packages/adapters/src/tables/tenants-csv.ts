import { didYouMean, type Problem, shown } from "@nkp-planner/core";
import Papa from "papaparse";
import { type TenantColumn, type TenantColumnId, tenantColumnOf } from "./tenant-columns.ts";
import { type TenantRow, tenantOfRow } from "./tenant-row.ts";

/** What a table of tenants says: the rows that can be taken, and what is wrong with the others. */
export interface TenantsTable {
  /** As a fleet file has them. */
  readonly tenants: readonly TenantRow[];
  /** Each with its line, and the number of its cell as column. */
  readonly problems: readonly Problem[];
  /** What was left out without harm: columns that say nothing of a tenant. */
  readonly notices: readonly string[];
}

const MOST_ROWS = 5000;
const LARGEST_TEXT = 10 * 1024 * 1024;

/**
 * Reads tenants from rows of a spreadsheet: comma, semicolon or tab between cells, the first row names the columns.
 * Bare numbers in a column of GiB are GiB; a decimal comma is read where cells are not parted by commas. Never throws.
 */
export function readTenantsCsv(text: string): TenantsTable {
  if (text.length > LARGEST_TEXT) return refused("a file beyond 10 MB", "at most 10 MB", "split it");
  const { rows, problems, delimiter } = rowsOf(text.replace(/^\uFEFF/, ""));
  const [head, ...body] = rows;
  if (head === undefined)
    return refused("no rows", "a row of column names, and a row for each tenant", "paste the names of the columns too");
  const columns = head.cells.map(tenantColumnOf);
  const missing = missingProblem(head, columns);
  if (missing !== undefined) return { tenants: [], problems: [...problems, missing], notices: [] };
  if (body.length > MOST_ROWS)
    return refused(`${body.length} rows`, `at most ${MOST_ROWS}`, "plan larger fleets on the command line");
  const taken = new Set<string>();
  const read = body.map((row) => tenantOfRow(row, columns, head.cells, { hasDecimalComma: delimiter !== ",", taken }));
  return {
    tenants: read.flatMap(({ tenant }) => tenant ?? []),
    problems: [...problems, ...read.flatMap((one) => one.problems)].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    notices: head.cells
      .filter((cell, index) => columns[index] === undefined && cell.trim() !== "")
      .map(
        (cell) => `The column ${shown(cell)} says nothing of a tenant that is known here; ${didYouMean(cell, KNOWN)}`,
      ),
  };
}

const KNOWN = ["tenant", "id", "pods", "vcpu", "memory", "storage", "upgrades", "price", "growth", "preset"];

/** A row with the line that it begins at. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(text: string) {
  const rows: CsvRow[] = [];
  const problems: Problem[] = [];
  let delimiter = ",";
  let line = 1;
  let at = 0;
  Papa.parse<readonly string[]>(text, {
    delimitersToGuess: ["\t", ";", ",", "|"],
    step({ data, errors, meta }) {
      if (data.some((cell) => cell.trim() !== "")) rows.push({ line, cells: data });
      if (errors.some(({ type }) => type === "Quotes")) problems.push(quoteProblem(line));
      delimiter = meta.delimiter;
      line += text.slice(at, meta.cursor).split("\n").length - 1;
      at = meta.cursor;
    },
  });
  return { rows, problems, delimiter };
}

function quoteProblem(line: number): Problem {
  const found = "a quotation mark that is not closed";
  return { path: [], found, expected: "one at both ends of the cell", fix: "close it, or remove it", line, column: 1 };
}

const NEEDED: readonly TenantColumnId[] = ["pods", "vcpu", "memory"];

function missingProblem(head: CsvRow, columns: readonly (TenantColumn | undefined)[]): Problem | undefined {
  const has = (id: TenantColumnId) => columns.some((column) => column?.id === id);
  const missing = [...(has("name") ? [] : ["tenant"]), ...(has("preset") ? [] : NEEDED.filter((id) => !has(id)))];
  if (missing.length === 0) return undefined;
  return {
    path: [],
    found: `columns ${head.cells.map(shown).join(", ")}`,
    expected: `one named ${missing.join(", one named ")}`,
    fix: "name the columns in the first row: tenant, pods, vcpu, memory, storage, price",
    line: head.line,
    column: 1,
  };
}

function refused(found: string, expected: string, fix: string): TenantsTable {
  return { tenants: [], problems: [{ path: [], found, expected, fix, line: 1, column: 1 }], notices: [] };
}
