import type { FigureValue } from "../../base/figure.ts";
import { compareMoney, type Money, subtractMoney } from "../../base/money.ts";
import { tidy } from "../../input/number-line.ts";

/** A value on both sides. */
export interface ValueChange {
  /** null: not known. */
  readonly base: FigureValue;
  readonly head: FigureValue;
  /** head − base; null: one of the two is not known, or they are amounts of two currencies. */
  readonly difference: FigureValue;
}

/** A value on both sides, and what there is more of it on the second. */
export function valueChange(base: FigureValue, head: FigureValue): ValueChange {
  return { base, head, difference: differenceOf(base, head) };
}

function differenceOf(base: FigureValue, head: FigureValue): FigureValue {
  if (base === null || head === null) return null;
  if (typeof base === "number" || typeof head === "number") return tidy(Number(head) - Number(base));
  return isSameCurrency(base, head) ? subtractMoney(head, base) : null;
}

/** Whether the two differ; one that is not known differs from every one that is. */
export function isOther(base: FigureValue, head: FigureValue): boolean {
  if (base === null || head === null || typeof base === "number" || typeof head === "number") return base !== head;
  return !isSameCurrency(base, head) || compareMoney(base, head) !== 0;
}

/** Whether one can be taken from the other. */
export function isSameCurrency(a: Money, b: Money): boolean {
  return a.currency === b.currency;
}
