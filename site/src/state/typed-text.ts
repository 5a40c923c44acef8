import type { Typed } from "./scenario.ts";

/** How people write numbers into cells, and how files write them. Text only: nothing is reckoned here. */

/** `1,234.5` or, where a comma is the point, `1.234,5` → `1234.5`; `1,5 Ti` → `1.5Ti`; anything else as it was typed. */
export function plainNumber(text: string, locale: string): string {
  const [, number, unit = ""] = /^(.*\d)\s*(m|[KMGTP]i?)$/.exec(text.trim()) ?? [];
  const trimmed = number ?? text.trim();
  const point = pointOf(locale);
  const group = point === "." ? "," : ".";
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const spaced = new RegExp(`^\\d{1,3}([\\s'’]\\d{3})+(\\${point}\\d+)?$`);
  const ungrouped = grouped.test(trimmed)
    ? trimmed.replaceAll(group, "")
    : spaced.test(trimmed)
      ? trimmed.replaceAll(/[\s'’]/g, "")
      : trimmed;
  const plain = point === "," && /^\d+,\d+$/.test(ungrouped) ? ungrouped.replace(",", ".") : ungrouped;
  return /^[\d.]+$/.test(plain) ? `${plain}${unit}` : text.trim();
}

/** A plain number as the locale groups it, for a cell that nobody is typing in; other text as it is. */
export function shownNumber(text: string, locale: string): string {
  if (!/^\d+(\.\d+)?$/.test(text)) return text;
  const digits = text.split(".")[1]?.length ?? 0;
  return formatOf(locale, digits).format(text as Intl.StringNumericLiteral);
}

/** `96` means GiB, as the column says; `2Ti` or `512Mi` mean what they say. */
export function asBinary(text: string): string {
  return /^\d+(\.\d+)?$/.test(text) ? `${text}Gi` : text.replaceAll(/\s/g, "");
}

/** The same the other way round: `96Gi` → `96`. */
export function fromBinary(quantity: Typed | undefined): string {
  const text = String(quantity ?? "");
  return /^\d+(\.\d+)?Gi$/.test(text) ? text.slice(0, -"Gi".length) : text;
}

/** A whole number as a number; other text as it was typed, so that the planner can say what is wrong with it. */
export function asCount(text: string): Typed {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** A number with a point as a number; other text as it was typed. */
export function asNumber(text: string): Typed {
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}

const points = new Map<string, string>();

function pointOf(locale: string): string {
  const known = points.get(locale) ?? new Intl.NumberFormat(locale).formatToParts(0.5).find(isPoint)?.value ?? ".";
  points.set(locale, known);
  return known;
}

function isPoint({ type }: Intl.NumberFormatPart): boolean {
  return type === "decimal";
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known =
    formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, known);
  return known;
}
