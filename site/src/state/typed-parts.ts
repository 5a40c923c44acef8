import { plainNumber, shownNumber, typedNumber } from "./typed-text.ts";

/** Values of a part of a file of prices as they are typed and shown. */

export type TypedAs = "amount" | "number" | "text";

/** What the file holds of it; undefined: the field was left empty. What is no number stays as it was typed. */
export function valueOfPart(is: TypedAs, text: string, locale: string): string | number | undefined {
  if (text.trim() === "") return undefined;
  if (is === "text") return text.trim();
  const plain = plainNumber(text, locale);
  return is === "number" && isPlain(plain) ? Number(plain) : plain;
}

/** What stands in a field while nobody types in it. */
export function shownPart(value: unknown, locale: string): string {
  return shownNumber(textOf(value), locale);
}

/** What stands in it while somebody does. */
export function typedPart(value: unknown, locale: string): string {
  const text = textOf(value);
  return isPlain(text) ? typedNumber(text, locale) : text;
}

function isPlain(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text);
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
