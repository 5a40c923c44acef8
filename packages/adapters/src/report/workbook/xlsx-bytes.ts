import type { CellStyle, DataValidation, Cell as FileCell, WriteSheet } from "hucre";
import type { Cell, FleetWorkbook, Look, WorkbookSheet } from "./cells.ts";
import { inputPrompts } from "./input-prompts.ts";
import { pageOf, titlesOf } from "./page-setup.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** 1970-01-01 as spreadsheets count days. */
const UNIX_EPOCH_SERIAL = 25_569;

/**
 * A workbook as the bytes of an .xlsx file. Same workbook, same bytes: its date is the plan's. The library is loaded
 * when it is first needed.
 */
export async function xlsxBytes({ title, asOf, moneyDigits, sheets }: FleetWorkbook): Promise<Uint8Array> {
  const { serialToDate, writeXlsx } = await import("hucre");
  const written = serialToDate(Date.parse(asOf) / MILLISECONDS_PER_DAY + UNIX_EPOCH_SERIAL);
  const styles = stylesOf(moneyDigits);
  return writeXlsx({
    properties: { title, creator: "nkp-planner", created: written, modified: written },
    sheets: sheets.map((sheet) => ({ ...sheetOf(sheet, styles), ...pageOf(sheet, { title }) })),
    namedRanges: sheets.map(titlesOf),
  });
}

function sheetOf(sheet: WorkbookSheet, styles: Readonly<Record<Look, CellStyle>>): WriteSheet {
  const cells = new Map<string, Partial<FileCell>>();
  for (const [rowIndex, row] of sheet.rows.entries()) {
    for (const [columnIndex, cell] of row.entries()) {
      if (cell === null) continue;
      cells.set(`${rowIndex},${columnIndex}`, fileCellOf(cell, styles, sheet.columnWidths[columnIndex] ?? 0));
    }
  }
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.map(() => null)),
    cells,
    dataValidations: [...inputPrompts(sheet), ...choicesOf(sheet)],
  };
}

function choicesOf({ choice }: WorkbookSheet): DataValidation[] {
  return choice === undefined ? [] : [{ type: "list", values: [...choice.values], range: choice.cell }];
}

function fileCellOf(cell: Cell, styles: Readonly<Record<Look, CellStyle>>, width: number): Partial<FileCell> {
  const own: CellStyle = cell.look === undefined ? {} : styles[cell.look];
  const style = { style: isBroken(cell, width) ? { ...own, alignment: BROKEN } : { ...own, alignment: AT_TOP } };
  switch (cell.kind) {
    case "number":
      return { value: cell.value, ...style };
    case "formula":
      return { value: cell.result, formula: cell.formula, formulaResult: cell.result, ...style };
    case "text":
      return { ...textCell(cell.text), ...style };
  }
}

const AT_TOP = { vertical: "top" } as const;
const BROKEN = { ...AT_TOP, wrapText: true } as const;

/** Whether a text is set in lines: a note, and what is longer than its column; a title runs on. */
function isBroken(cell: Cell, width: number): boolean {
  if (cell.kind !== "text" || cell.look === "title") return false;
  return cell.look === "note" || cell.text.length > width;
}

/** A string, whatever it begins with; as rich text where the library would take it for an error value, such as #N/A. */
function textCell(text: string): Partial<FileCell> {
  return text.startsWith("#") ? { value: text, richText: [{ text }] } : { value: text };
}

const INPUT_COLOUR = { rgb: "0000FF" };
const INPUT_FILL = { rgb: "FFF8DC" };
const MUTED_COLOUR = { rgb: "666666" };
const HEADING_COLOUR = { rgb: "E8EDF3" };

/** Inputs are blue, as people who build such models expect, on a ground of their own. */
function stylesOf(moneyDigits: number): Readonly<Record<Look, CellStyle>> {
  const amount = `#,##0${moneyDigits === 0 ? "" : `.${"0".repeat(moneyDigits)}`}`;
  return {
    title: { font: { bold: true, size: 14 } },
    note: { font: { color: MUTED_COLOUR } },
    heading: { font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: HEADING_COLOUR } },
    money: { numFmt: amount },
    rate: { numFmt: "#,##0.00########" },
    quantity: {},
    whole: { numFmt: "0" },
    ratio: { numFmt: "0.0%" },
    total: { font: { bold: true }, numFmt: amount, border: { top: { style: "thin" } } },
    sum: { font: { bold: true }, border: { top: { style: "thin" } } },
    input: { font: { color: INPUT_COLOUR }, fill: { type: "pattern", pattern: "solid", fgColor: INPUT_FILL } },
  };
}
