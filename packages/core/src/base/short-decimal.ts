/**
 * Decimals so short that numbers hold them exactly: what nearly all amounts are, many times as fast as whole numbers
 * without a bound. Each function answers undefined where it cannot be exact; `fixed-point.ts` has the answer then.
 */

/** unitCount × 10^−digits; the count is a safe integer. */
export interface ShortDecimal {
  readonly unitCount: number;
  readonly digitCount: number;
}

/** No text of so many letters, sign and point among them, is beyond the safe integers: nine quadrillions have sixteen digits. */
const MOST_LETTERS = 15;

const POWERS = Array.from({ length: MOST_LETTERS + 1 }, (_, exponent) => 10 ** exponent);

/** Plain decimal text such as `-12.50`. */
export function shortDecimal(text: string): ShortDecimal | undefined {
  if (text.length > MOST_LETTERS || text.includes("e")) return undefined;
  const pointAt = text.indexOf(".");
  const unitCount = Number(pointAt < 0 ? text : text.slice(0, pointAt) + text.slice(pointAt + 1));
  if (!Number.isSafeInteger(unitCount)) return undefined;
  return { unitCount, digitCount: pointAt < 0 ? 0 : text.length - pointAt - 1 };
}

/** unitCount × 10^−digits as plain text with at least so many digits after the point and no zeros behind them. */
export function shortDecimalText({ unitCount, digitCount }: ShortDecimal, leastDigits: number): string {
  let [left, digits] = [Math.abs(unitCount), digitCount];
  while (digits > leastDigits && left % 10 === 0) {
    left /= 10;
    digits -= 1;
  }
  return `${unitCount < 0 ? "-" : ""}${padded(String(left), digits, Math.max(digits, leastDigits))}`;
}

function padded(all: string, digitCount: number, wanted: number): string {
  if (wanted === 0) return all;
  const padded = all.length > digitCount ? all : all.padStart(digitCount + 1, "0");
  const pointAt = padded.length - digitCount;
  return `${padded.slice(0, pointAt)}.${padded.slice(pointAt).padEnd(wanted, "0")}`;
}

/** What is safe after it was computed was exact: whatever is beyond the safe integers is rounded to something beyond them. */
function exact(unitCount: number, digitCount: number): ShortDecimal | undefined {
  return Number.isSafeInteger(unitCount) ? { unitCount, digitCount } : undefined;
}

/** The same number with more digits. */
function atDigits({ unitCount, digitCount }: ShortDecimal, wanted: number): number {
  return unitCount * (POWERS[wanted - digitCount] ?? Number.NaN);
}

/** a + sign × b. */
export function shortSum(a: ShortDecimal, b: ShortDecimal, sign: 1 | -1): ShortDecimal | undefined {
  if (a.digitCount === b.digitCount) return exact(a.unitCount + sign * b.unitCount, a.digitCount);
  const digitCount = Math.max(a.digitCount, b.digitCount);
  const [first, second] = [atDigits(a, digitCount), atDigits(b, digitCount)];
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second)) return undefined;
  return exact(first + sign * second, digitCount);
}

/** a × b. */
export function shortProduct(a: ShortDecimal, b: ShortDecimal): ShortDecimal | undefined {
  return exact(a.unitCount * b.unitCount, a.digitCount + b.digitCount);
}

/** A number at so many digits, halves away from zero: 0.125 at two digits is 13. */
export function shortUnitsAt(value: ShortDecimal, wanted: number): number | undefined {
  const { unitCount, digitCount } = value;
  if (digitCount === wanted) return unitCount;
  if (digitCount < wanted) return exact(atDigits(value, wanted), wanted)?.unitCount;
  const step = POWERS[digitCount - wanted];
  if (step === undefined) return undefined;
  const size = Math.abs(unitCount);
  const left = size % step;
  const whole = (size - left) / step + (left + left >= step ? 1 : 0);
  return unitCount < 0 ? -whole : whole;
}

/**
 * a ÷ b as the nearest number; undefined where one of them is too long as well. Rounded once from whole numbers below
 * 2^53, it is what sixty digits of the quotient are as a number: none of the points halfway between two numbers is nearer
 * to such a quotient than 2^−160, and none is one.
 */
export function shortRatio(a: ShortDecimal, b: ShortDecimal): number | undefined {
  const digitCount = Math.max(a.digitCount, b.digitCount);
  const [part, whole] = [atDigits(a, digitCount), atDigits(b, digitCount)];
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole)) return undefined;
  return part === 0 ? 0 : part / whole;
}
