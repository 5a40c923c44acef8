/**
 * What a file holds where an amount belongs, as text; undefined for what is neither text nor a number. Nothing else is
 * asked for its text: a map of a file may have a key `toString`.
 */
export function textWritten(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The same as a number; NaN for what is none. */
export function numberWritten(value: unknown): number {
  return Number(textWritten(value) ?? Number.NaN);
}
