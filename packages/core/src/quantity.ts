/**
 * A Kubernetes quantity in whole billionths, which is exact for every value the API server accepts.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export type NanoUnits = bigint;

const NANO_PER_UNIT = 1_000_000_000n;
const NANO_PER_MILLI = 1_000_000n;

/** Numerator and denominator of each suffix, in units. Case matters: `k` is a thousand, `K` is nothing. */
const SUFFIXES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  n: [1n, 10n ** 9n],
  u: [1n, 10n ** 6n],
  m: [1n, 10n ** 3n],
  "": [1n, 1n],
  k: [10n ** 3n, 1n],
  M: [10n ** 6n, 1n],
  G: [10n ** 9n, 1n],
  T: [10n ** 12n, 1n],
  P: [10n ** 15n, 1n],
  E: [10n ** 18n, 1n],
  Ki: [2n ** 10n, 1n],
  Mi: [2n ** 20n, 1n],
  Gi: [2n ** 30n, 1n],
  Ti: [2n ** 40n, 1n],
  Pi: [2n ** 50n, 1n],
  Ei: [2n ** 60n, 1n],
};

const GRAMMAR = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([KMGTPE]i|[numkMGTPE]?)|[eE]([+-]?\d{1,10}))$/;

/** Beyond this a decimal exponent names no resource of this world, and 10ⁿ would fill the memory. */
const LARGEST_EXPONENT = 30;
const LONGEST_TEXT = 64;

/**
 * Reads a Kubernetes quantity such as `500m`, `1.5Gi` or `2e3`; anything finer than a billionth rounds
 * away from zero, as the API server does. Returns null where the text is no quantity.
 */
export function parseQuantity(text: string): NanoUnits | null {
  const match = text.length > LONGEST_TEXT ? null : GRAMMAR.exec(text);
  if (match === null) return null;
  const [, sign, digits = "", suffix = "", exponent] = match;
  const [whole = "", fraction = ""] = digits.split(".");
  let numerator = BigInt(whole + fraction) * NANO_PER_UNIT;
  let denominator = 10n ** BigInt(fraction.length);
  if (exponent === undefined) {
    const [times, over] = SUFFIXES[suffix] ?? [1n, 1n];
    numerator *= times;
    denominator *= over;
  } else {
    const power = Number(exponent);
    if (Math.abs(power) > LARGEST_EXPONENT) return null;
    if (power >= 0) numerator *= 10n ** BigInt(power);
    else denominator *= 10n ** BigInt(-power);
  }
  const nano = divideUp(numerator, denominator);
  return sign === "-" ? -nano : nano;
}

/** CPU in whole millicores, rounded away from zero: `100u` → 1. */
export function millicoresOf(nano: NanoUnits): number {
  return toSafeNumber(nano, NANO_PER_MILLI);
}

/** Memory or storage in whole bytes, rounded away from zero. */
export function bytesOf(nano: NanoUnits): number {
  return toSafeNumber(nano, NANO_PER_UNIT);
}

function toSafeNumber(nano: NanoUnits, per: bigint): number {
  const whole = nano < 0n ? -divideUp(-nano, per) : divideUp(nano, per);
  return Number(whole);
}

function divideUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/**
 * What the writer probably meant, for an error message: `"16GB"` → `"16Gi" or "16G"`.
 * Returns null where nothing near is a quantity.
 */
export function nearestQuantities(text: string): readonly string[] {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([a-zA-Z]*)\s*$/.exec(text);
  if (match === null) return [];
  const digits = (match[1] ?? "").replace(",", ".");
  const letter = (match[2] ?? "").charAt(0);
  const scale = letter.toUpperCase();
  if (["M", "G", "T", "P"].includes(scale)) return [`${digits}${scale}i`, `${digits}${scale}`];
  if (scale === "K") return [`${digits}Ki`, `${digits}k`];
  return scale === "" || scale === "B" || scale === "C" || scale === "V" ? [digits] : [];
}
