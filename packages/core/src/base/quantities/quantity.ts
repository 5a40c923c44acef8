import { readQuantity } from "./quantity-text.ts";
import { milliOf, type NanoUnits, wholeOf } from "./quantity-value.ts";

export type { NanoUnits } from "./quantity-value.ts";

/** What the API server's schema lets through and its parser reads: of the two, the stricter in each point. */
const GRAMMAR = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]?|[eE]([+-]?\d{1,10}))$/;

/** Beyond this a decimal exponent names no resource of this world. */
const LARGEST_EXPONENT = 30;
const LONGEST_TEXT = 64;

/**
 * Reads a Kubernetes quantity that somebody wrote into a file, such as `500m`, `1.5Gi` or `2e3`. Returns null
 * where the text is no quantity, or is one by an oddity only (`+`, `Ki`): see `readQuantity` for those.
 */
export function parseQuantity(text: string): NanoUnits | null {
  const match = text.length > LONGEST_TEXT ? null : GRAMMAR.exec(text);
  if (match === null || Math.abs(Number(match[1] ?? 0)) > LARGEST_EXPONENT) return null;
  const reading = readQuantity(text);
  return reading.ok ? reading.quantity.nano : null;
}

/** CPU in whole millicores, rounded away from zero: `100u` → 1. */
export function millicoresOf(nano: NanoUnits): number {
  return Number(milliOf({ nano, format: "DecimalSI" }));
}

/** Memory or storage in whole bytes, rounded away from zero: `1.5Ki` → 1536, `100m` → 1. */
export function bytesOf(nano: NanoUnits): number {
  return Number(wholeOf({ nano, format: "BinarySI" }));
}
