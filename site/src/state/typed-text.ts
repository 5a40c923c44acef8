import {
  type DecimalSign,
  type NumberStyle,
  readCell,
  readNumber,
  type Unit,
} from "@nkp-planner/adapters/tenant-table";
import type { Typed } from "./scenario.ts";

/** Numbers as people of a locale type and read them. Text only: nothing is computed here. */

/** `1,234.5` or, where a comma is the point, `1.234,5` → `1234.5`; anything else as it was typed. */
export function plainNumber(text: string, locale: string): string {
  const read = readNumber(text, typedStyle(locale));
  return read.is === "number" ? read.text : text.trim();
}

/** What a fleet file holds of a number with its unit; undefined: nothing; what is no such number as it was typed. */
export function valueTyped(unit: Unit, text: string, locale: string): Typed | undefined {
  const read = readCell(text, unit, { expected: "", fix: "" }, { numbers: typedStyle(locale) });
  if (read.is === "nothing") return undefined;
  return read.is === "value" ? read.value : text.trim();
}

/** The same the other way round: what stands in a field that somebody types in. */
export function textToType(unit: Unit, value: Typed | undefined, locale: string): string {
  const parts = value === undefined ? undefined : unit.partsOf(String(value));
  return parts === undefined ? String(value ?? "") : `${typedNumber(parts.number, locale)}${parts.suffix ?? ""}`;
}

/** A plain number as the locale groups it, for a cell that nobody is typing in; other text as it is. */
export function shownNumber(text: string, locale: string): string {
  if (!/^\d+(\.\d+)?$/.test(text)) return text;
  const digits = text.split(".")[1]?.length ?? 0;
  return formatOf(locale, digits).format(text as Intl.StringNumericLiteral);
}

/** A plain number with the locale's sign before its fraction, in no groups: `1234,5`. */
export function typedNumber(plain: string, locale: string): string {
  return plain.replace(".", signOf(locale));
}

/** How numbers are read that somebody types. */
export function typedStyle(locale: string): NumberStyle {
  return { by: "locale", sign: signOf(locale) };
}

const signs = new Map<string, DecimalSign>();

function signOf(locale: string): DecimalSign {
  const known = signs.get(locale) ?? (formatOf(locale, 1).format(0).includes(",") ? "," : ".");
  signs.set(locale, known);
  return known;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known =
    formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, known);
  return known;
}
