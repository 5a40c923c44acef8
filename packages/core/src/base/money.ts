import {
  addedAmount,
  amountAt,
  amountTimes,
  amountTimesAt,
  comparedAmounts,
  ratioOfAmounts,
  sumOfAmounts,
} from "./amounts.ts";
import { type CurrencyCode, minorUnitDigits } from "./currency.ts";
import {
  type FixedPoint,
  fixedPoint,
  fixedPointText,
  powerOf,
  quotientOf,
  sumOf,
  timesFixed,
  unitsAbove,
  unitsAt,
} from "./fixed-point.ts";
import { onlyWeight, wholeParts } from "./whole-parts.ts";

/**
 * An amount in one currency: plain data, in a program as in JSON. `{ "amount": "12.50", "currency": "EUR" }` has the
 * currency's digits, and more where it is finer. Add, multiply and compare it with the functions of this file only.
 */
export interface Money {
  /** In units of the currency, with a point before fractions: `"12.50"`, `"-0.005"`. */
  readonly amount: string;
  /** Such as `EUR`. */
  readonly currency: CurrencyCode;
}

/** Money from a decimal text such as `"12.50"`; never from a float. */
export function money(amount: string, currency: CurrencyCode): Money {
  return moneyOf(fixedPoint(amount), currency);
}

function moneyOf({ units, digitCount }: FixedPoint, currency: CurrencyCode): Money {
  return { amount: fixedPointText(units, digitCount, minorUnitDigits(currency)), currency };
}

const nothing = new Map<CurrencyCode, Money>();

/** Nothing of a currency: EUR → 0.00 EUR. @throws TypeError where it is no currency of ISO 4217. */
export function noMoney(currency: CurrencyCode): Money {
  // Kept, because every sum begins with it.
  const known = nothing.get(currency) ?? moneyOf({ units: 0n, digitCount: 0 }, currency);
  nothing.set(currency, known);
  return known;
}

/** 12.50 EUR + 0.50 EUR → 13.00 EUR. @throws TypeError where the currencies differ: a mistake in the program. */
export function addMoney(a: Money, b: Money): Money {
  return added(a, sameCurrency(a, b), 1);
}

/** 12.50 EUR − 13.00 EUR → -0.50 EUR. @throws TypeError where the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  return added(a, sameCurrency(a, b), -1);
}

function added(a: Money, b: Money, sign: 1 | -1): Money {
  const { amount, currency } = a;
  return { amount: addedAmount(amount, b.amount, sign, minorUnitDigits(currency)), currency };
}

/** All together: 1.10, 2.20 EUR → 3.30 EUR, none → 0.00 EUR. @throws TypeError where a currency differs. */
export function sumMoney(all: readonly Money[], currency: CurrencyCode): Money {
  const zero = noMoney(currency);
  const amounts = all.map((value) => sameCurrency(zero, value).amount);
  return { amount: sumOfAmounts(amounts, minorUnitDigits(currency)), currency };
}

/** The sum where all is known; null as soon as one amount is not. */
export function sumKnown(all: readonly (Money | null)[], currency: CurrencyCode): Money | null {
  return all.includes(null) ? null : sumMoney(all as readonly Money[], currency);
}

/** Quantity × rate, not rounded: 0.015 EUR × 3 → 0.045 EUR. */
export function multiplyMoney(rate: Money, quantity: number): Money {
  const { amount, currency } = rate;
  return { amount: amountTimes(amount, quantity, minorUnitDigits(currency)), currency };
}

/** Quantity × rate, rounded once to the currency's smallest unit: 0.015 EUR × 3 → 0.05 EUR. */
export function costOf(rate: Money, quantity: number): Money {
  const { amount, currency } = rate;
  return { amount: amountTimesAt(amount, quantity, minorUnitDigits(currency)), currency };
}

/** Amount ÷ divisor, at sixty digits: for rates, which are rounded by `roundRate`, never for shares. */
export function divideMoney(value: Money, divisor: number): Money {
  return moneyOf(quotientOf(fixedPoint(value.amount), fixedPoint(divisor)), value.currency);
}

/** Amount × part ÷ whole at sixty digits, not rounded; nothing of nothing. For one part alone: `allocateMoney` splits. */
export function partOfMoney(value: Money, part: bigint, whole: bigint): Money {
  if (whole === 0n) return noMoney(value.currency);
  const { units, digitCount } = fixedPoint(value.amount);
  return moneyOf(quotientOf({ units: units * part, digitCount }, { units: whole, digitCount: 0 }), value.currency);
}

/** value × to ÷ from, at sixty digits: a tier that moves as its first one does. */
export function scaleMoney(value: Money, from: Money, to: Money): Money {
  const scaled = timesFixed(fixedPoint(value.amount), fixedPoint(sameCurrency(from, to).amount));
  return moneyOf(quotientOf(scaled, fixedPoint(sameCurrency(value, from).amount)), value.currency);
}

/** The amount in another currency: one unit of its own is worth `rate` of the other. */
export function convertMoney(value: Money, rate: string, currency: CurrencyCode): Money {
  return moneyOf(timesFixed(fixedPoint(value.amount), fixedPoint(rate)), currency);
}

/** An amount that rises by a percentage once a year, so many times, not rounded: 100 at 2 %, 2 times → 104.04. */
export function indexMoney(value: Money, percentPerYear: number, yearCount: number): Money {
  const factor = sumOf(ONE, timesFixed(fixedPoint(percentPerYear), ONE_PERCENT));
  return moneyOf(timesFixed(fixedPoint(value.amount), powerOf(factor, yearCount)), value.currency);
}

const ONE: FixedPoint = { units: 1n, digitCount: 0 };
const ONE_PERCENT: FixedPoint = { units: 1n, digitCount: 2 };

/** Digits after the point of a rate. */
export const RATE_DIGITS = 10;

/** A rate at ten digits, so that quantity × rate can be worked out again from what is printed: 2 ÷ 3 → 0.6666666667. */
export function roundRate(value: Money): Money {
  return moneyOf({ units: unitsAt(fixedPoint(value.amount), RATE_DIGITS), digitCount: RATE_DIGITS }, value.currency);
}

/** A number a spreadsheet can hold, for ratios, charts, cells; no amount is worked out with it: 12.50 EUR → 12.5. */
export function moneyAsNumber(value: Money): number {
  return Number(value.amount);
}

/** The amount at the currency's smallest unit, the next one up where it does not divide: 0.121 EUR → 0.13 EUR. */
export function roundUpToMinorUnit(value: Money): Money {
  const { currency, amount } = value;
  return moneyOfMinorUnits(unitsAbove(fixedPoint(amount), minorUnitDigits(currency)), currency);
}

/** cost ÷ (1 − margin ratio), the next smallest unit up: 75.00 at 0.25 → 100.00. @throws RangeError unless 0 ≤ ratio < 1 */
export function priceAtMargin(cost: Money, marginRatio: number): Money {
  requireMarginRatio(marginRatio);
  const { units, digitCount } = fixedPoint(marginRatio);
  const left = sumOf(ONE, { units: -units, digitCount });
  return roundUpToMinorUnit(moneyOf(quotientOf(fixedPoint(cost.amount), left), cost.currency));
}

/**
 * (price − cost) ÷ price: 100.00 that cost 75.00 leave 0.25, and `priceAtMargin` is the way back. null where the price is
 * zero. @throws when the currencies differ.
 */
export function marginRatioOf(price: Money, cost: Money): number | null {
  return ratioOf(subtractMoney(price, cost), price);
}

/** Lets margin ratios pass, such as 0.25, and no percentages. @throws RangeError unless 0 ≤ ratio < 1 */
export function requireMarginRatio(marginRatio: number): void {
  if (marginRatio >= 0 && marginRatio < 1) return;
  const fix = marginRatio >= 1 && marginRatio < PERCENT ? `: for ${marginRatio} % it is ${marginRatio / PERCENT}` : "";
  throw new RangeError(`A margin ratio is at least 0 and below 1, not ${marginRatio}${fix}.`);
}

const PERCENT = 100;

/** One of the currency's smallest units: EUR → 0.01 EUR, JPY → 1 JPY. */
export function minorUnitOf(currency: CurrencyCode): Money {
  return moneyOfMinorUnits(1n, currency);
}

/** So many of the currency's smallest units: 1250 → 12.50 EUR. */
export function moneyOfMinorUnits(count: bigint, currency: CurrencyCode): Money {
  const digits = minorUnitDigits(currency);
  return { amount: fixedPointText(count, digits, digits), currency };
}

/** The amount at the currency's smallest unit, halves away from zero: 0.125 EUR → 0.13 EUR. */
export function roundToMinorUnit(value: Money): Money {
  const { amount, currency } = value;
  return { amount: amountAt(amount, minorUnitDigits(currency)), currency };
}

/** An amount, rounded, in the currency's smallest units: 12.34 EUR → 1234n. */
export function wholeMinorUnits(value: Money): bigint {
  return unitsAt(fixedPoint(value.amount), minorUnitDigits(value.currency));
}

/**
 * Splits an amount in proportion to whole-number weights so that the parts are whole minor units and sum
 * to the (rounded) amount exactly. Each part gets its share rounded down; what is left goes out one minor
 * unit at a time, largest remainder first, earlier part first among equals. All weights 0: equal parts.
 *
 * `allocateMoney(money("10.00", "EUR"), [1n, 1n, 1n])` → 3.34, 3.33, 3.33
 *
 * @throws on a negative weight, or on no weights for an amount that is not zero.
 */
export function allocateMoney(value: Money, weights: readonly bigint[]): readonly Money[] {
  const only = onlyWeight(weights);
  if (only >= 0) {
    const [all, none] = [roundToMinorUnit(value), noMoney(value.currency)];
    return weights.map((_, index) => (index === only ? all : none));
  }
  return wholeParts(wholeMinorUnits(value), weights).map((part) => moneyOfMinorUnits(part, value.currency));
}

/** Below, at or above 0 as a is less than, equal to or more than b: 1.00, 2.00 → -1. @throws TypeError: two currencies. */
export function compareMoney(a: Money, b: Money): number {
  return comparedAmounts(a.amount, sameCurrency(a, b).amount);
}

/** Whether it is below nothing: -0.01 EUR → true. */
export function isNegativeMoney({ amount }: Money): boolean {
  return amount.startsWith("-");
}

/** The larger of two: 1.00, 2.00 EUR → 2.00 EUR. @throws TypeError where the currencies differ. */
export function largerMoney(a: Money, b: Money): Money {
  return compareMoney(a, b) >= 0 ? a : b;
}

/** The smaller of two: 1.00, 2.00 EUR → 1.00 EUR. @throws TypeError where the currencies differ. */
export function smallerMoney(a: Money, b: Money): Money {
  return compareMoney(a, b) <= 0 ? a : b;
}

/** Whether it is nothing: 0.00 EUR → true, 0.001 EUR → false. */
export function isZeroMoney({ amount }: Money): boolean {
  return !/[1-9]/.test(amount);
}

/** part ÷ whole for people: 1.00, 4.00 EUR → 0.25; null where whole is zero. @throws TypeError where currencies differ. */
export function ratioOf(part: Money, whole: Money): number | null {
  if (isZeroMoney(whole)) return null;
  return ratioOfAmounts(part.amount, sameCurrency(part, whole).amount);
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`Cannot combine ${a.currency} with ${b.currency}.`);
  return b;
}
