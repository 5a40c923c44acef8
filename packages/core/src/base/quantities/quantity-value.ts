/**
 * A Kubernetes quantity in whole billionths, which is exact for every value the API server keeps.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export type NanoUnits = bigint;

export const NANO_PER_UNIT = 1_000_000_000n;
export const NANO_PER_MILLI = 1_000_000n;

/** The family of suffixes a quantity was written in, and is printed in again: `1M`, `1Mi`, `1e6`. */
export type QuantityFormat = "DecimalSI" | "BinarySI" | "DecimalExponent";

/** A quantity as the API server holds it: an exact value, and the family of suffixes to print it in. */
export interface Quantity {
  /** In billionths of a vCPU, a byte or a piece. */
  readonly nano: NanoUnits;
  readonly format: QuantityFormat;
}

/** In whole units (bytes, pieces), rounded away from zero; never wrapped at 64 bits, as Go's is: `1500m` → 2. */
export function wholeOf(quantity: Quantity): bigint {
  return divideAwayFromZero(quantity.nano, NANO_PER_UNIT);
}

/** In whole thousandths (millicores), rounded away from zero; never wrapped at 64 bits, as Go's is: `1.5` → 1500. */
export function milliOf(quantity: Quantity): bigint {
  return divideAwayFromZero(quantity.nano, NANO_PER_MILLI);
}

/** A quotient rounded away from zero; the divisor is positive. */
export function divideAwayFromZero(numerator: bigint, divisor: bigint): bigint {
  const further = numerator < 0n ? 1n - divisor : divisor - 1n;
  return (numerator + further) / divisor;
}
