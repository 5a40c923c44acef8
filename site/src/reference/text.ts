import {
  type FigureValue,
  type Money,
  moneyNumberText,
  moneyText,
  numberText,
  ratioText,
  unitFor,
} from "@nkp-planner/core";

/** How the pages write what the planner computed; digits, rounding and signs are the planner's. */

export const UNKNOWN = "unknown";

/** Digits after the point of what is to be computed again: requests are thousandths, shares finer. */
const VALUE_DIGITS = 3;
const FACTOR_DIGITS = 4;

/** A value below a header that already gives its unit. */
export function bareText(value: FigureValue, unit: string): string {
  if (value === null) return UNKNOWN;
  if (typeof value !== "number") return moneyNumberText(value);
  return unit === "ratio" ? ratioText(value) : numberText(value, VALUE_DIGITS);
}

/** A value that stands alone: with its currency or its unit. */
export function fullText(value: FigureValue, unit: string): string {
  if (value === null) return UNKNOWN;
  if (typeof value !== "number") return moneyText(value);
  return unit === "ratio" ? ratioText(value) : `${numberText(value, VALUE_DIGITS)} ${unitFor(value, unit)}`.trim();
}

/** What a line multiplies: with every digit that is needed to multiply it again. */
export function factorText(value: number | Money): string {
  return typeof value === "number" ? numberText(value, FACTOR_DIGITS) : `${value.currency} ${value.amount}`;
}

/** `1 cluster`, `13 clusters` */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** A note of the catalog as a sentence of its own. */
export function asSentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${note.slice(1)}${/[.!?]$/.test(note) ? "" : "."}`;
}
