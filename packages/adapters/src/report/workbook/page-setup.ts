import type { NamedRange, WriteSheet } from "hucre";
import { columnName, FIRST_ROW, type FleetWorkbook, type WorkbookSheet } from "./cells.ts";

/** So many characters across a page of A4 on its side are still printed in seven points. */
const CHARACTERS_ACROSS = 234;
/** What is left free beside the characters of a column, in characters. */
const PADDING = 0.75;
/** A note is no wider than a screen. */
const NOTE_CHARACTERS = 150;
/** In points, of one line of text. */
const LINE_HEIGHT = 15;
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const NOTE_ROW = 1;

/** How a sheet is printed and how its notes stand: as wide as can be read, its headings on every page. */
export function pageOf(sheet: WorkbookSheet, { title }: Pick<FleetWorkbook, "title">): Partial<WriteSheet> {
  const { frozenRowCount, frozenColumnCount = 0 } = sheet;
  return {
    freezePane: { rows: frozenRowCount, ...(frozenColumnCount === 0 ? {} : { columns: frozenColumnCount }) },
    pageSetup: {
      orientation: "landscape",
      paperSize: "a4",
      fitToPage: true,
      fitToWidth: pagesAcross(sheet),
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddHeader: `&L${title.replaceAll("&", "&&")}&R&A`, oddFooter: "&R&P / &N" },
    ...noteAcross(sheet),
  };
}

/**
 * What is repeated on every page of a sheet: its headings, and the columns that say what a row is. Named here and not by
 * the library's page setup, which puts no quotation marks around the names of sheets that have spaces.
 */
export function titlesOf({ name, frozenColumnCount = 0 }: WorkbookSheet): NamedRange {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const headings = FIRST_ROW - 1;
  const columns = frozenColumnCount === 0 ? [] : [`${sheet}!$A:$${columnName(frozenColumnCount - 1)}`];
  const range = [...columns, `${sheet}!$${headings}:$${headings}`].join(",");
  return { name: "_xlnm.Print_Titles", range, scope: name };
}

/** Pages side by side, each beginning with the frozen columns. */
function pagesAcross({ columnWidths, frozenColumnCount = 0 }: WorkbookSheet): number {
  const widths = columnWidths.map((width) => width + PADDING);
  const repeated = sum(widths.slice(0, frozenColumnCount));
  const rest = sum(widths) - repeated;
  return Math.max(1, Math.ceil(rest / (CHARACTERS_ACROSS - repeated)));
}

/** The note has a row as high as its lines, over columns up to the next cell of its row. */
function noteAcross({ rows, columnWidths }: WorkbookSheet): Pick<WriteSheet, "merges" | "rowDefs"> {
  const row = rows[NOTE_ROW] ?? [];
  const [note] = row;
  if (note?.kind !== "text") return {};
  const next = row.findIndex((cell, index) => index > 0 && cell !== null);
  const free = columnWidths.slice(0, next === -1 ? columnWidths.length : next);
  const fitting = free.filter((_, index) => sum(free.slice(0, index + 1)) <= NOTE_CHARACTERS);
  const columnCount = Math.max(1, fitting.length);
  const width = sum(free.slice(0, columnCount));
  return {
    rowDefs: new Map([[NOTE_ROW, { height: Math.max(1, Math.ceil(note.text.length / width)) * LINE_HEIGHT }]]),
    ...(columnCount === 1
      ? {}
      : { merges: [{ startRow: NOTE_ROW, startCol: 0, endRow: NOTE_ROW, endCol: columnCount - 1 }] }),
  };
}

function sum(widths: readonly number[]): number {
  return widths.reduce((a, b) => a + b, 0);
}
