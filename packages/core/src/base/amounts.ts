import { type FixedPoint, fixedPoint, fixedPointText, quotientOf, sumOf, timesFixed, unitsAt } from "./fixed-point.ts";
import {
  type ShortDecimal,
  shortDecimal,
  shortDecimalText,
  shortProduct,
  shortRatio,
  shortSum,
  shortUnitsAt,
} from "./short-decimal.ts";

/** Texts of amounts, worked out with exactly: as numbers where those hold them exactly, else as whole numbers without a bound. */

/** a + sign × b, with at least so many digits: 12.50, 13.00, −1 → -0.50. */
export function addedAmount(a: string, b: string, sign: 1 | -1, leastDigits: number): string {
  const short = ofBoth(a, b, (one, other) => shortSum(one, other, sign));
  return short === undefined ? longText(longSum(a, b, sign), leastDigits) : shortDecimalText(short, leastDigits);
}

/** All together, with at least so many digits. */
export function sumOfAmounts(all: readonly string[], leastDigits: number): string {
  let short: ShortDecimal = { unitCount: 0, digitCount: 0 };
  let long = fixedPoint("0");
  for (const amount of all) {
    const next = shortDecimal(amount);
    const sum = next && shortSum(short, next, 1);
    if (sum === undefined) long = sumOf(long, fixedPoint(amount));
    else short = sum;
  }
  if (long.units === 0n) return shortDecimalText(short, leastDigits);
  return longText(sumOf(long, { units: BigInt(short.unitCount), digitCount: short.digitCount }), leastDigits);
}

/** amount × quantity, not rounded, with at least so many digits. */
export function amountTimes(amount: string, quantity: number, leastDigits: number): string {
  const short = shortTimes(amount, quantity);
  if (short !== undefined) return shortDecimalText(short, leastDigits);
  return longText(timesFixed(fixedPoint(amount), fixedPoint(quantity)), leastDigits);
}

/** amount × quantity, rounded once to so many digits, halves away from zero. */
export function amountTimesAt(amount: string, quantity: number, digits: number): string {
  const short = shortTimes(amount, quantity);
  const unitCount = short && shortUnitsAt(short, digits);
  if (unitCount !== undefined) return shortDecimalText({ unitCount, digitCount: digits }, digits);
  return fixedPointText(unitsAt(timesFixed(fixedPoint(amount), fixedPoint(quantity)), digits), digits, digits);
}

function shortTimes(amount: string, quantity: number): ShortDecimal | undefined {
  const one = shortDecimal(amount);
  const times = Number.isSafeInteger(quantity) ? { unitCount: quantity, digitCount: 0 } : shortDecimal(`${quantity}`);
  return one && times && shortProduct(one, times);
}

/** An amount at so many digits, halves away from zero. */
export function amountAt(amount: string, digits: number): string {
  return amountTimesAt(amount, 1, digits);
}

/** −1, 0 or 1 as a is less than, equal to or more than b. */
export function comparedAmounts(a: string, b: string): number {
  const short = ofBoth(a, b, (one, other) => shortSum(one, other, -1));
  const units = short?.unitCount ?? longSum(a, b, -1).units;
  return units < 0 ? -1 : units > 0 ? 1 : 0;
}

/** part ÷ whole as a number. @throws RangeError where whole is zero */
export function ratioOfAmounts(part: string, whole: string): number {
  const short = ofBoth(part, whole, shortRatio);
  if (short !== undefined) return short;
  return Number(longText(quotientOf(fixedPoint(part), fixedPoint(whole)), 0));
}

function longSum(a: string, b: string, sign: 1 | -1): FixedPoint {
  const { units, digitCount } = fixedPoint(b);
  return sumOf(fixedPoint(a), { units: BigInt(sign) * units, digitCount });
}

function longText({ units, digitCount }: FixedPoint, leastDigits: number): string {
  return fixedPointText(units, digitCount, leastDigits);
}

/** What comes of two amounts that numbers hold exactly. */
function ofBoth<Value>(
  a: string,
  b: string,
  of: (a: ShortDecimal, b: ShortDecimal) => Value | undefined,
): Value | undefined {
  const one = shortDecimal(a);
  const other = one && shortDecimal(b);
  return one && other && of(one, other);
}
