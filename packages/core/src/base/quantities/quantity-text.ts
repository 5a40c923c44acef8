import { meaningOfSuffix, suffixFor } from "./quantity-suffixes.ts";
import { divideAwayFromZero, NANO_PER_UNIT, type Quantity, type QuantityFormat } from "./quantity-value.ts";

/**
 * Why a text is no quantity. The first three are Kubernetes' own errors: the text has not the form at all,
 * its number has no digits, its suffix is unknown. `size`: valid there, but working it out takes seconds
 * and gigabytes, there as here (`1e2147483647`).
 */
export type QuantityProblem = "format" | "numeric" | "suffix" | "size";

/** A text that was read: its quantity, or why it is none. */
export type QuantityReading =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly problem: QuantityProblem };

/** Sign, digits, digits after the point, suffix. The look-aheads keep a long run of digits from being tried in parts. */
const FORM = /^([+-]?)(\d*)(?!\d)(?:\.(\d*)(?!\d))?([eEinumkKMGTP]*[-+]?\d*)$/;

/** Beyond these a number would take long to write out; no resource of this world comes near them. */
const LONGEST_TEXT = 20_000;
const LARGEST_EXPONENT = 100_000n;

const NANO_DIGITS = 9;
const LARGEST_BINARY_NANO = (2n ** 63n - 1n) * NANO_PER_UNIT;

/**
 * Reads a text as Kubernetes does, oddities included: a sign, a point or a suffix alone is 0, anything finer
 * than a billionth rounds away from zero, binary suffixes end at 2⁶³ − 1. No white space is taken off. `readQuantity("1.5Gi")`
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#ParseQuantity
 */
export function readQuantity(text: string): QuantityReading {
  if (text === "") return refused("format");
  if (text.length > LONGEST_TEXT) return refused("size");
  const match = FORM.exec(text);
  if (match === null) return refused("format");
  const [, sign, whole = "", fraction = "", suffix = ""] = match;
  const meaning = meaningOfSuffix(suffix);
  if (meaning === null) return refused("suffix");
  const { base, exponent, format } = meaning;
  const digits = whole + fraction;
  if (digits === "" && needsDigits(base, exponent)) return refused("numeric");
  const unscaled = BigInt(digits);
  if (unscaled > 0n && exponent > LARGEST_EXPONENT) return refused("size");
  const tens = BigInt(NANO_DIGITS - fraction.length) + (base === 10 ? exponent : 0n);
  const nano = timesPowerOfTen(base === 2 ? unscaled << exponent : unscaled, tens);
  return { ok: true, quantity: bounded(sign === "-", nano, format) };
}

function refused(problem: QuantityProblem): QuantityReading {
  return { ok: false, problem };
}

/**
 * Kubernetes reads small numbers by a fast way, on which no digits are 0, and the others by a slow one, on which
 * they are an error; without digits only the suffix decides between the two.
 */
function needsDigits(base: 10 | 2, exponent: bigint): boolean {
  const LARGEST_FAST_POWER_OF_TWO = 40n;
  return base === 2 ? exponent > LARGEST_FAST_POWER_OF_TWO : exponent < -NANO_DIGITS;
}

/** Rounded up; negative powers beyond the number's own digits are not worked out, for all that is left is 1. */
function timesPowerOfTen(number: bigint, power: bigint): bigint {
  if (number === 0n) return 0n;
  if (power >= 0n) return number * 10n ** power;
  return -power > number.toString().length ? 1n : divideAwayFromZero(number, 10n ** -power);
}

function bounded(isNegative: boolean, magnitude: bigint, format: QuantityFormat): Quantity {
  const isBinary = format === "BinarySI";
  const nano = isBinary && magnitude > LARGEST_BINARY_NANO ? LARGEST_BINARY_NANO : magnitude;
  // A binary fraction below one is printed in decimals ever after, also when more is added to it.
  const isSmall = isBinary && nano > 0n && nano < NANO_PER_UNIT;
  return { nano: isNegative ? -nano : nano, format: isSmall ? "DecimalSI" : format };
}

/**
 * The text Kubernetes prints: no fraction, the largest suffix of the quantity's family that needs none.
 * `1.5` → `1500m`, `1.5Gi` → `1536Mi`, `0.5Ki` → `512`. It reads back as the same value, unless that
 * value is a multiple of 10²¹ (or, in binary, of 2⁷⁰): see `suffixFor`.
 */
export function canonicalQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return "0";
  const sign = nano < 0n ? "-" : "";
  const magnitude = nano < 0n ? -nano : nano;
  if (format === "BinarySI") {
    return sign + (binaryText(magnitude) ?? decimalText(magnitude, "DecimalSI"));
  }
  return sign + decimalText(magnitude, format);
}

const KIBI = 1024n;

/** Null where binary suffixes would hide something: below 1024, and with a fraction. */
function binaryText(magnitude: bigint): string | null {
  if (magnitude < KIBI * NANO_PER_UNIT || magnitude % NANO_PER_UNIT !== 0n) return null;
  let number = magnitude / NANO_PER_UNIT;
  let exponent = 0;
  while (number % KIBI === 0n) {
    number /= KIBI;
    exponent += 10;
  }
  return `${number}${suffixFor(exponent, "BinarySI")}`;
}

function decimalText(magnitude: bigint, format: QuantityFormat): string {
  const digits = magnitude.toString();
  const significant = digits.slice(0, endOfSignificant(digits));
  const exponent = digits.length - significant.length - NANO_DIGITS;
  // Suffixes come in steps of a thousand: what is over stays in the number.
  const over = ((exponent % 3) + 3) % 3;
  return `${significant}${"0".repeat(over)}${suffixFor(exponent - over, format)}`;
}

/** Where the zeros at the end begin; a loop, for a pattern would try every zero in the middle too. */
function endOfSignificant(digits: string): number {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return end;
}
