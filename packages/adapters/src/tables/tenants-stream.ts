import type { Problem } from "@nkp-planner/core";
import { assumedUnits } from "./assumed-units.ts";
import { CsvRowStream, type RowOfStream } from "./csv-row-stream.ts";
import { type CsvRow, rowsOfCsv } from "./csv-rows.ts";
import { decimalUnits } from "./decimal-units.ts";
import { guessedSigns } from "./guessed-signs.ts";
import { headOfTable } from "./head-of-table.ts";
import type { TenantTable } from "./row-cells.ts";
import { RowChecks } from "./row-checks.ts";
import { withoutSummaries } from "./summary-rows.ts";
import { columnsNamed } from "./table-heads.ts";
import { isHead } from "./tenant-head.ts";
import { type TenantRow, tenantOfRow } from "./tenant-row.ts";

/** A row of a table that is never held: a tenant, or all that is wrong with it. */
export interface TenantOfStream {
  readonly line: number;
  /** As a fleet file has it. */
  readonly tenant?: TenantRow;
  readonly problems: readonly Problem[];
}

/** What is between cells is told by so much of the text. */
const FIRST_CHARACTERS = 65_536;
/** What columns hold, and how numbers are written, is told by so many rows. */
const FIRST_ROWS = 1000;

/**
 * A table of tenants as `readTenantsCsv` reads it, from text that comes in pieces. What only the whole table tells (how
 * numbers are written, which rows add up others) is told by its first rows; a later row that says otherwise is refused.
 */
export class TenantsStream {
  readonly #currency: string;
  #text = "";
  #rows: CsvRowStream | null = null;
  #first: CsvRow[] = [];
  #table: { readonly table: TenantTable; readonly checks: RowChecks } | null = null;
  #isRefused = false;
  readonly #ids = new Set<string>();
  readonly #notices = new Set<string>();

  /** @param currency of the fleet: prices in another one are left out, and that is said */
  constructor(currency: string) {
    this.#currency = currency;
  }

  /** What was left out or decided without harm so far, a sentence each. */
  get notices(): readonly string[] {
    return [...this.#notices];
  }

  /** The tenants of which the rows have come. */
  push(text: string): readonly TenantOfStream[] {
    // A carriage return may be half of a line break.
    const all = `${this.#text}${text}`;
    const end = all.endsWith("\r") ? all.length - 1 : all.length;
    if (this.#rows === null && all.length < FIRST_CHARACTERS) {
      this.#text = all;
      return [];
    }
    this.#text = all.slice(end);
    return this.#taken(this.#split(all.slice(0, end)).push(withLineFeeds(all.slice(0, end))), false);
  }

  /** What is left when nothing more comes. */
  end(): readonly TenantOfStream[] {
    const rows = this.#split(this.#text);
    return this.#taken([...rows.push(withLineFeeds(this.#text)), ...rows.end()], true);
  }

  #split(text: string): CsvRowStream {
    const isNamed = (first: readonly (readonly string[])[]) => first.some((cells) => isHead(columnsNamed(cells)));
    this.#rows ??= new CsvRowStream(rowsOfCsv(text.slice(0, FIRST_CHARACTERS), FIRST_ROWS, isNamed).delimiter);
    return this.#rows;
  }

  #taken(found: readonly RowOfStream[], isEnd: boolean): readonly TenantOfStream[] {
    const rows = found.flatMap((one) => ("cells" in one ? one : []));
    const unfit = found.flatMap((one) => ("problem" in one ? { line: one.line, problems: [one.problem] } : []));
    if (this.#isRefused) return unfit;
    if (this.#table !== null) return inOrder([...unfit, ...this.#read(rows, this.#table, isEnd)]);
    this.#first.push(...rows);
    if (this.#first.length <= FIRST_ROWS && !isEnd) return unfit;
    return inOrder([...unfit, ...this.#begun(isEnd, unfit.length > 0)]);
  }

  #begun(isEnd: boolean, hasProblems: boolean): readonly TenantOfStream[] {
    const later = this.#first.splice(FIRST_ROWS);
    const head = headOfTable(this.#first, this.#rows?.delimiter ?? ",", this.#currency);
    this.#first = [];
    for (const notice of head?.notices ?? []) this.#notices.add(notice);
    const problems = head === undefined ? [NO_ROWS] : head.problems;
    if (head === undefined || problems.length > 0) {
      this.#isRefused = true;
      return head === undefined && hasProblems ? [] : [{ line: problems[0]?.line ?? 1, problems }];
    }
    const { table } = head;
    const isWhole = isEnd && later.length === 0;
    const { rows, notices } = isWhole ? withoutSummaries(head.below, table) : { rows: head.below, notices: [] };
    if (isWhole && rows.length === 0 && !hasProblems) return [{ line: 1, problems: [NO_ROWS] }];
    for (const notice of notices) this.#notices.add(notice);
    this.#table = { table, checks: new RowChecks(table, head.below, isWhole) };
    return this.#read([...rows, ...later], this.#table, isEnd);
  }

  #read(
    rows: readonly CsvRow[],
    { table, checks }: { readonly table: TenantTable; readonly checks: RowChecks },
    isEnd: boolean,
  ): readonly TenantOfStream[] {
    const { heads, columns, currency } = table;
    for (const notice of [
      ...assumedUnits(heads, rows, columns),
      ...decimalUnits(heads, rows, columns),
      ...guessedSigns(rows, columns, currency),
    ])
      this.#notices.add(notice);
    const read = rows.map((row): TenantOfStream => {
      const { tenant, problems } = tenantOfRow(row, table, this.#ids);
      const all = [...problems, ...checks.of(row)];
      return { line: row.line, problems: all, ...(tenant === undefined || all.length > 0 ? {} : { tenant }) };
    });
    return isEnd
      ? [...read, ...checks.last().map((problem) => ({ line: problem.line ?? 1, problems: [problem] }))]
      : read;
  }
}

const NO_ROWS: Problem = {
  path: [],
  found: "no rows of tenants",
  expected: "a row of column names, and a row for each tenant",
  fix: "give the names of the columns, and the tenants",
  line: 1,
  column: 1,
};

function inOrder(all: readonly TenantOfStream[]): readonly TenantOfStream[] {
  return all.toSorted((a, b) => a.line - b.line);
}

function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
