/**
 * Decimal numbers as whole ones: what money is added, multiplied, divided and rounded with. All of it is exact but a
 * quotient without an end.
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

/** 10 to a whole power, zero or more. */
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

/** a + b, exact. */
export function sumOf(a: FixedPoint, b: FixedPoint): FixedPoint {
  const digitCount = Math.max(a.digitCount, b.digitCount);
  return { units: unitsAt(a, digitCount) + unitsAt(b, digitCount), digitCount };
}

/** a × b, exact. */
export function timesFixed(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { units: a.units * b.units, digitCount: a.digitCount + b.digitCount };
}

/** For a quotient without an end: enough digits after the point that rounding it afterwards is never wrong. */
const QUOTIENT_DIGITS = 60;

/** a ÷ b at sixty digits after the point, halves away from zero. @throws RangeError where b is zero */
export function quotientOf(a: FixedPoint, b: FixedPoint): FixedPoint {
  const sign = b.units < 0n ? -1n : 1n;
  const numerator = sign * a.units * powerOfTen(QUOTIENT_DIGITS + b.digitCount);
  return { units: roundedDivision(numerator, sign * b.units * powerOfTen(a.digitCount)), digitCount: QUOTIENT_DIGITS };
}

/** A number to a whole power, zero or more: exact. */
export function powerOf(base: FixedPoint, exponent: number): FixedPoint {
  let power: FixedPoint = { units: 1n, digitCount: 0 };
  for (let times = 0; times < exponent; times += 1) power = timesFixed(power, base);
  return power;
}

/** A number at so many digits, the next one up where it does not divide: 0.121 at two digits is 13, −0.129 is −12. */
export function unitsAbove({ units, digitCount }: FixedPoint, wanted: number): bigint {
  if (digitCount <= wanted) return unitsAt({ units, digitCount }, wanted);
  const step = powerOfTen(digitCount - wanted);
  const whole = units / step;
  return units > 0n && whole * step < units ? whole + 1n : whole;
}
