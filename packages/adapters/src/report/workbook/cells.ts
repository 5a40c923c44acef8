import { type CurrencyCode, type Money, minorUnitDigits, moneyAsNumber } from "@nkp-planner/core";

/** How a cell looks. `input` cells hold numbers that may be overwritten; what depends on them follows. */
export type Look =
  | "title"
  | "note"
  | "heading"
  | "money"
  | "rate"
  | "quantity"
  | "ratio"
  | "total"
  | "sum"
  | "input"
  | "whole";

/** A formula carries what it comes to, for programs that show a workbook without computing it. */
export type Cell =
  | { readonly kind: "text"; readonly text: string; readonly look?: Look }
  | { readonly kind: "number"; readonly value: number; readonly look?: Look }
  | { readonly kind: "formula"; readonly formula: string; readonly result: number | string; readonly look?: Look };

export type Row = readonly (Cell | null)[];

export interface WorkbookSheet {
  readonly name: string;
  /** In characters. */
  readonly columnWidths: readonly number[];
  readonly frozenRowCount: number;
  /** Columns that say what a row is: they stay in sight, and stand on every page. */
  readonly frozenColumnCount?: number;
  /** A cell that takes one of some values. */
  readonly choice?: { readonly cell: string; readonly values: readonly string[] };
  readonly rows: readonly Row[];
}

/** A workbook as data, before any file format. */
export interface FleetWorkbook {
  readonly title: string;
  readonly asOf: string;
  /** Digits after the point of amounts of money. */
  readonly moneyDigits: number;
  readonly sheets: readonly WorkbookSheet[];
}

export function text(value: string, look?: Look): Cell {
  return { kind: "text", text: value, ...(look === undefined ? {} : { look }) };
}

export function number(value: number, look: Look = "quantity"): Cell {
  return { kind: "number", value, look };
}

export function formula(expression: string, result: number | string, look: Look = "quantity"): Cell {
  return { kind: "formula", formula: expression, result, look };
}

/** A formula that comes to a whole number, shown with all its digits. */
export function whole(expression: string, result: number): Cell {
  return formula(expression, result, "whole");
}

function headings(...names: readonly string[]): Row {
  return names.map((name) => text(name, "heading"));
}

/** Row of the first line of every table: title, note and headings stand above it. */
export const FIRST_ROW = 4;

/** A sheet with one table: a title, what to know about it, headings, lines. */
export function tableSheet(
  name: string,
  note: string,
  columns: readonly (readonly [heading: string, width: number])[],
  lines: readonly Row[],
  frozenColumnCount = 0,
): WorkbookSheet {
  const head: readonly Row[] = [[text(name, "title")], [text(note, "note")], headings(...columns.map(([one]) => one))];
  return {
    name,
    columnWidths: columns.map(([, width]) => width),
    frozenRowCount: head.length,
    frozenColumnCount,
    rows: [...head, ...lines],
  };
}

const LETTER_COUNT = 26;
const FIRST_LETTER = "A".charCodeAt(0);

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const rest = String.fromCharCode(FIRST_LETTER + (index % LETTER_COUNT));
  return index < LETTER_COUNT ? rest : `${columnName(Math.floor(index / LETTER_COUNT) - 1)}${rest}`;
}

/** A cell of another sheet: `'Price lines'!$K$4`. */
export function at(sheet: string, column: string, row: number): string {
  return `'${sheet}'!$${column}$${row}`;
}

/** Cells of another sheet, from one corner to the other. */
export function across(sheet: string, from: readonly [string, number], to: readonly [string, number]): string {
  return `'${sheet}'!$${from[0]}$${from[1]}:$${to[0]}$${to[1]}`;
}

/** Rows `first` to `last` of a column of another sheet; null where there are none. */
export function column(sheet: string, name: string, { first, last }: RowRange): string | null {
  return last < first ? null : across(sheet, [name, first], [name, last]);
}

export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** How a currency's amounts are computed in cells. */
export interface MoneyFormulas {
  readonly digits: number;
  /**
   * An amount rounded to the smallest unit, halves away from zero. It is first rounded to fourteen digits or so, which
   * `planned`, what it comes to, tells where to find: else 1.005, which no computer holds, would go down in one program
   * and up in another.
   */
  rounded(expression: string, planned: number): string;
  /** A sum or difference of whole smallest units, without what binary fractions leave. */
  exact(expression: string): string;
  sumOf(range: string | null): string;
  /** `part` ÷ `whole` of an amount, from one place of the whole to another, so that neighbours add up. */
  slice(expression: string, from: number, to: number, whole: number): string;
  /** Smallest units to one of the currency: 100 for EUR. */
  readonly minorUnitsPerUnit: number;
}

/** Digits that a number in a cell has for certain, one less, so that a price may be ten times as high. */
const CERTAIN_DIGITS = 14;
const MOST_GUARD_DIGITS = 9;

/** So many digits of a smallest unit are certain, in an amount of so many smallest units. */
function guardDigits(minorUnits: number): number {
  const wholeDigits = Math.trunc(Math.abs(minorUnits)).toFixed(0).length;
  return Math.max(1, Math.min(CERTAIN_DIGITS - wholeDigits, MOST_GUARD_DIGITS));
}

export function moneyFormulas(currency: CurrencyCode): MoneyFormulas {
  const digits = minorUnitDigits(currency);
  const scale = 10 ** digits;
  const rounded = (expression: string, planned: number) =>
    `ROUND(ROUND((${expression})*${scale},${guardDigits(planned * scale)}),0)/${scale}`;
  const exact = (expression: string) => `ROUND(${expression},${digits})`;
  return {
    digits,
    rounded,
    exact,
    sumOf: (range) => (range === null ? "0" : exact(`SUM(${range})`)),
    slice: (expression, from, to, whole) => {
      const upTo = (end: number) => rounded(`${expression}*${end}/${whole}`, end);
      return from === 0 ? upTo(to) : exact(`${upTo(to)}-${upTo(from)}`);
    },
    minorUnitsPerUnit: scale,
  };
}

export function moneyFormula(expression: string, result: Money, look: Look = "money"): Cell {
  return formula(expression, moneyAsNumber(result), look);
}

/** What is not known is a word, never 0. */
export const UNKNOWN = "unknown";

export function moneyOrUnknown(expression: string, result: Money | null, look: Look = "money"): Cell {
  return formula(expression, result === null ? UNKNOWN : moneyAsNumber(result), look);
}
