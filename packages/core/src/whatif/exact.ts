import type { CurrencyCode } from "../currency.ts";
import { minorUnitDigits } from "../currency.ts";
import { RATE_DIGITS } from "../money.ts";

/** A decimal number as a whole one: units × 10^−scale. Money in trials is reckoned with these, exact as `Money` is. */
export interface Exact {
  readonly units: bigint;
  readonly scale: bigint;
}

const TEN = 10n;
const HALVES = 2n;
const RATE_SCALE = BigInt(RATE_DIGITS);

/** Decimal text such as `12.50` or `1e-7`, or the shortest text of a number, as it is. */
export function exactOf(value: string | number): Exact {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const units = BigInt(whole + fraction);
  const scale = BigInt(fraction.length) - BigInt(exponent);
  return scale >= 0n ? { units, scale } : { units: units * TEN ** -scale, scale: 0n };
}

/** A rate in units of 10^−10. @throws where it is finer: rates are rounded to ten digits when they are made */
export function rateUnitsOf(text: string): bigint {
  const { units, scale } = exactOf(text);
  if (scale > RATE_SCALE) throw new RangeError(`A rate of more than ten digits: ${text}.`);
  return units * TEN ** (RATE_SCALE - scale);
}

/** numerator ÷ denominator, both zero or more, halves up. */
export function roundedDivision(numerator: bigint, denominator: bigint): bigint {
  return (numerator * HALVES + denominator) / (denominator * HALVES);
}

/** A rate × an exchange rate, at ten digits. */
export function convertedRate(rate: bigint, { units, scale }: Exact): bigint {
  return roundedDivision(rate * units, TEN ** scale);
}

/** What a rate in units of 10^−10 is divided by for the currency's smallest unit. */
export function rateDivisorOf(currency: CurrencyCode): bigint {
  return TEN ** (RATE_SCALE - BigInt(minorUnitDigits(currency)));
}

/** Quantity × rate, rounded once to the currency's smallest unit. */
export function amountOf(rate: bigint, { units, scale }: Exact, divisor: bigint): bigint {
  return roundedDivision(rate * units, divisor * TEN ** scale);
}

/** A share of an amount in the smallest unit, rounded to it. */
export function shareOf(amount: bigint, { units, scale }: Exact): bigint {
  return roundedDivision(amount * units, TEN ** scale);
}
