import { type Problem, shown } from "@nkp-planner/core";
import { id } from "./columns/id.ts";
import { name } from "./columns/name.ts";
import type { CsvRow } from "./csv-rows.ts";
import { doubledProblem, nameKey } from "./doubled-names.ts";
import { numbersOf } from "./head-of-table.ts";
import { decimalSignOf } from "./numbers.ts";
import { saysNothing } from "./read-cell.ts";
import { placeOf, type TenantTable } from "./row-cells.ts";
import { RunningSums } from "./running-sums.ts";
import { currenciesNamed } from "./units/currency-signs.ts";

/** What rows of a table that is never held say against the rows above them. */
export class RowChecks {
  readonly #table: TenantTable;
  readonly #sums: RunningSums | null;
  /** Columns that nobody knows and that said nothing in the first rows. */
  readonly #silent: readonly number[];
  /** The first line of each name, negative where the row has no id. */
  readonly #names = new Map<string, number>();

  /** @param first rows by which the table is read @param isWhole whether there are no others */
  constructor(table: TenantTable, first: readonly CsvRow[], isWhole: boolean) {
    this.#table = table;
    this.#sums = isWhole ? null : new RunningSums(table);
    this.#silent = table.heads.flatMap((_, at) =>
      table.columns[at] === undefined &&
      table.currencyAt < 0 &&
      first.every(({ cells }) => saysNothing(cells[at] ?? ""))
        ? at
        : [],
    );
  }

  of(row: CsvRow): readonly Problem[] {
    return [...this.#ofNumbers(row), ...this.#ofCurrency(row), ...this.#ofName(row), ...(this.#sums?.take(row) ?? [])];
  }

  /** What the last rows are, now that none follows. */
  last(): readonly Problem[] {
    return this.#sums?.last() ?? [];
  }

  /** Numbers of the rows above were read by that sign. */
  #ofNumbers(row: CsvRow): readonly Problem[] {
    const { sign, columns } = this.#table;
    if (sign === null) return [];
    const other = numbersOf([row], columns).find((text) => decimalSignOf([text], sign) !== sign);
    if (other === undefined) return [];
    const expected = `${sign === "." ? "a point" : "a comma"} before fractions, as in the rows above`;
    return [{ path: [], found: shown(other), expected, fix: "write all numbers of the file alike", ...at(row, 0) }];
  }

  #ofCurrency(row: CsvRow): readonly Problem[] {
    return this.#silent.flatMap((index): readonly Problem[] => {
      const text = (row.cells[index] ?? "").trim();
      if (saysNothing(text) || currenciesNamed(text) === null) return [];
      const expected = "nothing, as in the first rows";
      const fix = `call the column "currency", or remove it`;
      return [{ path: [this.#table.heads[index] ?? ""], found: shown(text), expected, fix, ...at(row, index) }];
    });
  }

  #ofName(row: CsvRow): readonly Problem[] {
    const key = nameKey(row.cells[placeOf(name, this.#table)]);
    if (key === "") return [];
    const first = this.#names.get(key);
    const hasId = (row.cells[placeOf(id, this.#table)] ?? "").trim() !== "";
    if (first === undefined) this.#names.set(key, hasId ? row.line : -row.line);
    return first === undefined || (hasId && first > 0) ? [] : [doubledProblem(row, Math.abs(first), this.#table)];
  }
}

function at({ line }: CsvRow, index: number): { readonly line: number; readonly column: number } {
  return { line, column: index + 1 };
}
