import {
  type FigureChange,
  isNegativeMoney,
  type Money,
  moneyNumberText,
  moneyText,
  numberText,
  ratioText,
  type ValueChange,
} from "@nkp-planner/core";

const NOT_KNOWN = "unknown";
/** Where there is nothing, as a tenant or a cluster is not there. */
export const NONE = "—";
const MOST_DIGITS = 1;

type Unit = "ratio" | (string & {});
type Values = Pick<ValueChange, "base" | "head" | "difference">;

/** A value on each side and the change, as cells; amounts of two currencies say which. */
export function changeCells(change: Values, unit: Unit): readonly [base: string, head: string, difference: string] {
  const { base, head, difference } = change;
  const isOneCurrency = !isMoney(base) || !isMoney(head) || base.currency === head.currency;
  const text = (value: Values["base"]) => valueText(value, unit, isOneCurrency);
  return [text(base), text(head), differenceText(difference, unit, base === null && head === null)];
}

function valueText(value: Values["base"], unit: Unit, isOneCurrency: boolean): string {
  if (value === null) return NOT_KNOWN;
  if (isMoney(value)) return isOneCurrency ? moneyNumberText(value) : moneyText(value);
  return unit === "ratio" ? ratioText(value) : numberText(value, MOST_DIGITS);
}

function differenceText(value: Values["difference"], unit: Unit, isUnknown: boolean): string {
  if (value === null) return isUnknown ? NOT_KNOWN : "not known";
  if (isMoney(value)) return signedMoney(value);
  const text = unit === "ratio" ? `${ratioText(value).replace(" %", "")} points` : numberText(value, MOST_DIGITS);
  return value > 0 ? `+${text}` : text;
}

/** `+12.30`, `−12.30`, `0.00` */
export function signedMoney(value: Money): string {
  return isNegativeMoney(value) || !/[1-9]/.test(value.amount) ? moneyNumberText(value) : `+${moneyNumberText(value)}`;
}

/** `+3.2 %` */
export function signedRatio(ratio: number): string {
  const text = ratioText(ratio);
  return ratio > 0 ? `+${text}` : text;
}

function isMoney(value: Values["base"]): value is Money {
  return typeof value === "object" && value !== null;
}

/** The one total that stands for all: what a month costs. */
export function isCost({ id }: Pick<FigureChange, "id">): boolean {
  return id === "monthlyCost";
}
