import { BYTES_PER_MIB, type Problem } from "@nkp-planner/core";
import Papa from "papaparse";
import { type CsvRow, quoteProblem } from "./csv-rows.ts";

/** A row, or why it cannot be told from the next. */
export type RowOfStream = CsvRow | { readonly line: number; readonly problem: Problem };

/** No row is so long: a quotation mark stands open in it, and would fill the memory. */
const LONGEST_ROW = BYTES_PER_MIB;

/** The rows of a text that comes in pieces, wherever it is cut; empty ones are left out. */
export class CsvRowStream {
  readonly delimiter: string;
  readonly #parser: Papa.Parser;
  #rest = "";
  #line = 1;
  #isEnded = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
    this.#parser = new Papa.Parser({ delimiter, newline: "\n" });
  }

  /** Rows that have come to their end. @param text with line feeds alone */
  push(text: string): readonly RowOfStream[] {
    if (this.#isEnded) return [];
    this.#rest += text;
    const rows = this.#parsed(true);
    if (this.#rest.length <= LONGEST_ROW) return rows;
    this.#isEnded = true;
    return [...rows, { line: this.#line, problem: tooLong(this.#line) }];
  }

  /** What is left when nothing more comes. */
  end(): readonly RowOfStream[] {
    return this.#isEnded || this.#rest === "" ? [] : this.#parsed(false);
  }

  #parsed(isLastOpen: boolean): readonly RowOfStream[] {
    const { data, errors, meta } = this.#parser.parse(this.#rest, 0, isLastOpen) as Papa.ParseResult<readonly string[]>;
    this.#rest = this.#rest.slice(meta.cursor);
    const unfit = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
    return data.flatMap((cells, index): readonly RowOfStream[] => {
      const line = this.#line;
      this.#line += cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1);
      if (unfit.has(index)) return [{ line, problem: quoteProblem(line, this.#line) }];
      return cells.some((cell) => cell.trim() !== "") ? [{ line, cells }] : [];
    });
  }
}

function tooLong(line: number): Problem {
  const found = "a row of more than a million characters";
  const expected = "a row for each tenant";
  return { path: [], found, expected, fix: "close the quotation mark that stands open in it", line, column: 1 };
}
