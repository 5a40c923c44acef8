import { type CurrencyCode, minorUnitDigits } from "../base/currency.ts";
import { type FixedPoint, fixedPoint, powerOfTen, roundedDivision } from "../base/fixed-point.ts";
import { RATE_DIGITS } from "../base/money.ts";
import type { Algebra } from "../prices/bill.ts";

/**
 * The rules of billing in whole numbers, as exact as `Money` and made for thousands of trials: prices in units of
 * 10^−10, amounts in the currency's smallest unit.
 */
export function trialAlgebra(currency: CurrencyCode): Algebra<bigint, bigint, FixedPoint> {
  const unitsOfPrice = powerOfTen(RATE_DIGITS - minorUnitDigits(currency));
  const rounded = (price: bigint) => roundedDivision(price, unitsOfPrice);
  return {
    none: 0n,
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    exceeds: (a, b) => a > b,
    exceedsPrice: (a, b) => a * unitsOfPrice > b,
    amountOf: (price, { units, digitCount }) => roundedDivision(price * units, unitsOfPrice * powerOfTen(digitCount)),
    rounded,
    partOf: (amount, { units, digitCount }) => roundedDivision(amount * units, powerOfTen(digitCount)),
  };
}

/** A price in units of 10^−10. @throws where it is finer: rates are rounded to ten digits when they are made */
export function priceUnitsOf(text: string): bigint {
  const { units, digitCount } = fixedPoint(text);
  if (digitCount > RATE_DIGITS) throw new RangeError(`A rate of more than ten digits: ${text}.`);
  return units * powerOfTen(RATE_DIGITS - digitCount);
}

/** A price × an exchange rate, at ten digits. */
export function convertedPrice(price: bigint, { units, digitCount }: FixedPoint): bigint {
  return roundedDivision(price * units, powerOfTen(digitCount));
}

/** A tier's price × the new first price ÷ the old one, at ten digits. */
export function scaledPrice(price: bigint, from: bigint, to: bigint): bigint {
  return roundedDivision(price * to, from);
}
