import type { Money } from "@nkp-planner/core";

/** One field as it stands in the file. Made by `textField` or, where it is a number, by `numberField` or `moneyField`. */
export interface CsvField {
  readonly written: string;
}

/** A field without a value: null is never "0". */
export const NO_FIELD: CsvField = { written: "" };

/** How each column's field follows from a row, in the order of columns. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => CsvField>>;

/**
 * Rows under a header, each line ended by CRLF.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvText<Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string {
  const header = Object.keys(columns).map((name) => textField(name));
  const lines = [header, ...rows.map((row) => Object.values(columns).map((fieldOf) => fieldOf(row)))];
  return lines.map((fields) => `${fields.map(({ written }) => written).join(",")}\r\n`).join("");
}

/**
 * A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function textField(value: string | null): CsvField {
  if (value === null) return NO_FIELD;
  const text = withoutFormulas(value);
  return { written: /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text };
}

/** What a spreadsheet may skip before a formula: spaces, invisible characters, quotes. */
const SKIPPED = String.raw`[\s\p{Cf}"'“”‘’]*`;
const BEGINS_FORMULA = "[=+\\-@＝＋－＠]";
const DANGEROUS = new RegExp(String.raw`^${SKIPPED}(?:${BEGINS_FORMULA}|[\t\r\n])`, "u");
/** Where a spreadsheet that separates fields by semicolon or tab would begin one in the middle of a text. */
const DANGEROUS_INSIDE = new RegExp(`([;\\t\\r\\n])(?=${SKIPPED}${BEGINS_FORMULA})`, "gu");

/** The same as a plain text, for files that end in a spreadsheet elsewhere. */
export function withoutFormulas(value: string): string {
  return `${DANGEROUS.test(value) ? "'" : ""}${value.replaceAll(DANGEROUS_INSIDE, "$1'")}`;
}

const FINEST_DIGITS = 12;

/** A number with a point and no exponent, negative ones too; never taken for text. */
export function numberField(value: number | null): CsvField {
  if (value === null) return NO_FIELD;
  const plain = String(value);
  if (!plain.includes("e")) return { written: plain };
  return { written: value.toFixed(FINEST_DIGITS).replace(/\.?0+$/, "") };
}

/** An amount with all its digits, without its currency: a file has one, in a column or not at all. */
export function moneyField(value: Money | null): CsvField {
  return value === null ? NO_FIELD : { written: value.amount };
}
