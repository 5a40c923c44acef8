import type { QuantityFormat } from "./quantity-value.ts";

/** What a suffix stands for: a power of its base, 10 or 2. */
export interface SuffixMeaning {
  readonly base: 10 | 2;
  readonly exponent: bigint;
  readonly format: QuantityFormat;
}

/** Powers of ten by suffix. Case matters: `k` is a thousand, `K` is nothing. */
const DECIMAL = new Map<string, bigint>([
  ["n", -9n],
  ["u", -6n],
  ["m", -3n],
  ["", 0n],
  ["k", 3n],
  ["M", 6n],
  ["G", 9n],
  ["T", 12n],
  ["P", 15n],
  ["E", 18n],
]);

/** Powers of two by suffix. */
const BINARY = new Map<string, bigint>([
  ["Ki", 10n],
  ["Mi", 20n],
  ["Gi", 30n],
  ["Ti", 40n],
  ["Pi", 50n],
  ["Ei", 60n],
]);

const EXPONENT = /^[eE]([+-]?\d+)$/;
const INT64_BITS = 64;
const INT32_BITS = 32;

/** Null where Kubernetes knows no such suffix; `E` alone is exa, `E2` an exponent. */
export function meaningOfSuffix(suffix: string): SuffixMeaning | null {
  const decimal = DECIMAL.get(suffix);
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: "DecimalSI" };
  const binary = BINARY.get(suffix);
  if (binary !== undefined) return { base: 2, exponent: binary, format: "BinarySI" };
  const written = EXPONENT.exec(suffix)?.[1];
  if (written === undefined) return null;
  const exponent = BigInt(written.replace("+", ""));
  if (BigInt.asIntN(INT64_BITS, exponent) !== exponent) return null;
  // The library reads 64 bits and keeps 32 of them: 1e4294967296 is 1.
  return { base: 10, exponent: BigInt.asIntN(INT32_BITS, exponent), format: "DecimalExponent" };
}

/**
 * The suffix for a power of ten or two in a format.
 * Past `E` and `Ei` there is none, and Kubernetes prints the number without any: 10²¹ as `1`.
 */
export function suffixFor(exponent: number, format: QuantityFormat): string {
  if (format === "DecimalExponent") return exponent === 0 ? "" : `e${exponent}`;
  const table = format === "BinarySI" ? BINARY : DECIMAL;
  for (const [suffix, power] of table) if (power === BigInt(exponent)) return suffix;
  return "";
}
