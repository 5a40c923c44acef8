import type { Problem } from "@nkp-planner/core";
import Papa from "papaparse";

/** A row with the line that it begins at. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Rows that cannot be told apart: what stands in them is in none of `rows`. */
  readonly problems: readonly Problem[];
  readonly delimiter: string;
  /** Whether there are more than were asked for. */
  readonly isCut: boolean;
}

const DELIMITERS = ["\t", ";", ",", "|"];

/**
 * The rows of a text that say something: comma, semicolon, tab or bar between cells, whichever it is. Ends after so many.
 *
 * @param isNamed whether one of the first rows names the columns: what is between its cells is between all others, and no comma before a fraction is
 */
export function rowsOfCsv(
  text: string,
  mostRows: number,
  isNamed: (first: readonly (readonly string[])[]) => boolean,
): CsvRows {
  const body = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const rows: CsvRow[] = [];
  const problems: Problem[] = [];
  const named = DELIMITERS.find((one) => isNamed(firstRows(body, one)));
  let delimiter = named ?? ",";
  let line = 1;
  let at = 0;
  let isCut = false;
  Papa.parse<readonly string[]>(body, {
    newline: "\n",
    delimitersToGuess: DELIMITERS,
    ...(named === undefined ? {} : { delimiter: named }),
    step({ data, errors, meta }, parser) {
      const lines = body.slice(at, meta.cursor).split("\n").length - 1;
      if (errors.some(({ type }) => type === "Quotes")) problems.push(quoteProblem(line, line + lines));
      else if (data.some((cell) => cell.trim() !== "")) rows.push({ line, cells: data });
      delimiter = meta.delimiter;
      line += lines;
      at = meta.cursor;
      isCut = rows.length + problems.length > mostRows;
      if (isCut) parser.abort();
    },
  });
  return { rows, problems, delimiter, isCut };
}

/** Titles and empty lines may stand above the names. */
const MOST_FIRST = 20;

function firstRows(body: string, delimiter: string): readonly (readonly string[])[] {
  return Papa.parse<readonly string[]>(body, { newline: "\n", delimiter, preview: MOST_FIRST }).data;
}

/** That a row has no end of its own. */
export function quoteProblem(line: number, last: number): Problem {
  const upTo = last > line + 1 ? `: all up to line ${last} is taken for one row` : "";
  return {
    path: [],
    found: `a quotation mark that is not closed${upTo}`,
    expected: "one at both ends of the cell, none or two within",
    fix: "close it, or remove it",
    line,
    column: 1,
  };
}
