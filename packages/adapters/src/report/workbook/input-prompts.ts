import type { DataValidation } from "hucre";
import { columnName, type WorkbookSheet } from "./cells.ts";

/** What is said of an input when it is chosen, and where what is entered is no number of 0 or more. */
const PROMPT = {
  type: "decimal",
  operator: "greaterThanOrEqual",
  formula1: "0",
  allowBlank: true,
  showInputMessage: true,
  inputTitle: "Input",
  inputMessage:
    "May be changed: costs, shares and margins follow. Counts come from placement and are not counted again.",
  showErrorMessage: true,
  errorStyle: "stop",
  errorTitle: "Not a quantity",
  errorMessage: "Enter a number of 0 or more.",
} as const satisfies Omit<DataValidation, "range">;

/** The inputs of a sheet, a range for those that stand below each other; a cell with choices of its own is none. */
export function inputPrompts({ rows, choice }: WorkbookSheet): readonly DataValidation[] {
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columnCount }, (_, index) => columnName(index)).flatMap((name, index) => {
    const inputs = rows.flatMap((row, at) =>
      row[index]?.look === "input" && `${name}${at + 1}` !== choice?.cell ? [at + 1] : [],
    );
    const firsts = inputs.filter((row) => !inputs.includes(row - 1));
    const lasts = inputs.filter((row) => !inputs.includes(row + 1));
    return firsts.map((first, place) => ({ ...PROMPT, range: rangeOf(name, first, lasts[place] ?? first) }));
  });
}

function rangeOf(name: string, first: number, last: number): string {
  return first === last ? `${name}${first}` : `${name}${first}:${name}${last}`;
}
