import {
  amountText,
  type CurrencyCode,
  compareMoney,
  type FigureValue,
  type MessageValue,
  type Money,
  moneyNumberText,
  moneyText,
  noMoney,
  numberText,
  ratioText,
  valueText,
} from "@nkp-planner/core";

/** How the page writes what the planner computed; digits, rounding and signs are the planner's. */

const UNKNOWN = "unknown";
const MOST_LISTED = 3;

/** A value below a header that already gives its unit. */
export function numberOf(value: FigureValue, unit: string): string {
  if (value === null) return UNKNOWN;
  if (typeof value !== "number") return moneyNumberText(value);
  return unit === "ratio" ? ratioText(value) : numberText(value);
}

/** A value that stands alone: with its currency or its unit. */
export function valueWithUnit(value: FigureValue, unit: string): string {
  if (value === null) return UNKNOWN;
  if (typeof value !== "number") return moneyText(value);
  return unit === "ratio" ? ratioText(value) : `${numberText(value)} ${unit}`;
}

/** A rate with every digit it has: rates may be finer than the currency's smallest unit. */
export function rateText(rate: number | Money): string {
  return typeof rate === "number" ? numberText(rate) : `${rate.currency} ${amountText(rate)}`;
}

/** A difference with its sign in sight: more is +, less is −. */
export function differenceText(value: Money | number): string {
  const text = typeof value === "number" ? numberText(value) : moneyNumberText(value);
  return isMore(value) ? `+${text}` : text;
}

/** What comes on top of what stands before it. */
export function addedText(count: number): string {
  return count === 0 ? "—" : moreText(count);
}

export function moreText(amount: number): string {
  return `+${numberText(amount, 1)}`;
}

/** A value within a sentence; a long list by its first entries. */
export function sentenceText(value: MessageValue): string {
  if (value.kind !== "list" || value.value.length <= MOST_LISTED + 1) return valueText(value);
  const rest = value.value.length - MOST_LISTED;
  return `${value.value.slice(0, MOST_LISTED).join(", ")} and ${rest} more`;
}

/** A note of the catalog after a full stop. */
export function asSentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${note.slice(1)}${note.endsWith(".") ? "" : "."}`;
}

/** `1 cluster`, `13 clusters` */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

export function isLess(value: Money): boolean {
  return compareMoney(value, zero(value.currency)) < 0;
}

function isMore(value: Money | number): boolean {
  return typeof value === "number" ? value > 0 : compareMoney(value, zero(value.currency)) > 0;
}

function zero(currency: CurrencyCode): Money {
  return noMoney(currency);
}
