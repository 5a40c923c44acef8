/**
 * Decimal numbers as whole ones, exact: what money is added, multiplied and rounded with. What must be divided or raised
 * to a power is not here: see `money.ts`.
 */

/** units × 10^−digits. */
export interface FixedPoint {
  readonly units: bigint;
  readonly digitCount: number;
}

const TEN = 10n;

/** Powers of ten that are asked for again and again. */
const MOST_KEPT = 64;
const POWERS = Array.from({ length: MOST_KEPT }, (_, exponent) => TEN ** BigInt(exponent));

export function powerOfTen(digitCount: number): bigint {
  return POWERS[digitCount] ?? TEN ** BigInt(digitCount);
}

/** Plain decimal text such as `-12.50`, or the shortest text of a number, which may have an exponent: `1e-7`. */
export function fixedPoint(value: string | number): FixedPoint {
  const text = typeof value === "string" ? value : String(value);
  const exponentAt = text.indexOf("e");
  if (exponentAt >= 0) return shifted(fixedPoint(text.slice(0, exponentAt)), Number(text.slice(exponentAt + 1)));
  const pointAt = text.indexOf(".");
  if (pointAt < 0) return { units: BigInt(text), digitCount: 0 };
  return { units: BigInt(text.slice(0, pointAt) + text.slice(pointAt + 1)), digitCount: text.length - pointAt - 1 };
}

function shifted({ units, digitCount }: FixedPoint, exponent: number): FixedPoint {
  const left = digitCount - exponent;
  return left >= 0 ? { units, digitCount: left } : { units: units * powerOfTen(-left), digitCount: 0 };
}

/** units × 10^−digits as plain text with at least so many digits after the point and no zeros behind them. */
export function fixedPointText(units: bigint, digitCount: number, leastDigits: number): string {
  const sign = units < 0n ? "-" : "";
  const all = (units < 0n ? -units : units).toString();
  const whole = all.length > digitCount ? all.slice(0, all.length - digitCount) : "0";
  let fraction = digitCount === 0 ? "" : all.padStart(digitCount, "0").slice(-digitCount);
  let end = fraction.length;
  while (end > leastDigits && fraction.charAt(end - 1) === "0") end -= 1;
  fraction = fraction.slice(0, end).padEnd(leastDigits, "0");
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** numerator ÷ denominator to a whole number, halves away from zero; the denominator is above zero. */
export function roundedDivision(numerator: bigint, denominator: bigint): bigint {
  const twice = numerator < 0n ? -numerator - numerator : numerator + numerator;
  const rounded = (twice + denominator) / (denominator + denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A number at so many digits, halves away from zero: 0.125 at two digits is 13. */
export function unitsAt({ units, digitCount }: FixedPoint, wanted: number): bigint {
  if (digitCount <= wanted) return digitCount === wanted ? units : units * powerOfTen(wanted - digitCount);
  return roundedDivision(units, powerOfTen(digitCount - wanted));
}

export function sumOf(a: FixedPoint, b: FixedPoint): FixedPoint {
  const digitCount = Math.max(a.digitCount, b.digitCount);
  return { units: unitsAt(a, digitCount) + unitsAt(b, digitCount), digitCount };
}

export function timesFixed(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { units: a.units * b.units, digitCount: a.digitCount + b.digitCount };
}
