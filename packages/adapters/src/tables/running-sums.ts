import { type Problem, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import type { TenantTable } from "./row-cells.ts";
import { kindsNamed } from "./summary-names.ts";
import { addTo, type NumbersRow, nothingSummed, numbersRow, summableColumns, summaryIn } from "./summary-numbers.ts";
import type { TenantColumn } from "./tenant-column.ts";

/** So many rows tell whether columns rise and fall together. */
const MOST_HELD = 1000;
/** Where `withoutSummaries` looks for sums: above the tenants by name, in the last rows by numbers alone. */
const MOST_ABOVE = 3;
const MOST_LAST = 3;

/** Finds rows that add up those above them while the rows come; of those themselves only the sums are held. */
export class RunningSums {
  readonly #table: TenantTable;
  readonly #columns: readonly TenantColumn[];
  readonly #summed: ReturnType<typeof nothingSummed>;
  #count = 0;
  /** Whether each of the last rows, latest last, is the sum of all above it. */
  #last: readonly { readonly row: NumbersRow; readonly isSum: boolean }[] = [];

  constructor(table: TenantTable) {
    this.#table = table;
    this.#columns = summableColumns(table);
    this.#summed = nothingSummed(this.#columns);
  }

  /** That a row adds up others, by its name and its numbers. */
  take(row: CsvRow): readonly Problem[] {
    const numbers = numbersRow(row, this.#columns, this.#table);
    const found = summaryIn(numbers, this.#summed, this.#columns, false);
    const isAbove = this.#count < MOST_ABOVE && !numbers.isTenant && numbers.name !== "";
    const mayAddUpBelow = isAbove && kindsNamed(numbers.name, 0, false).length > 0;
    this.#last = [
      ...this.#last.slice(1 - MOST_LAST),
      { row: numbers, isSum: found?.isCertain === true && found.kind === "sum" },
    ];
    this.#count += 1;
    addTo(this.#summed, numbers, this.#columns);
    if (this.#summed.rows.length > MOST_HELD) this.#summed.rows.pop();
    return found?.isNamed === true || mayAddUpBelow ? [problemOf(numbers)] : [];
  }

  /** Of the last rows, those whose numbers alone say that they add up the others. */
  last(): readonly Problem[] {
    return this.#last.flatMap(({ row, isSum }) => (isSum ? problemOf(row) : []));
  }
}

function problemOf({ row, name }: NumbersRow): Problem {
  const found = `${name === "" ? "a row" : shown(name)}, which may add up other rows`;
  const fix = "remove the row; if it is a tenant, give it an id";
  return { path: [], found, expected: "a tenant", fix, line: row.line, column: 1 };
}
