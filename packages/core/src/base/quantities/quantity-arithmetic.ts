import { milliOf, NANO_PER_MILLI, type Quantity, type QuantityFormat } from "./quantity-value.ts";

/** −1, 0 or 1; how the two are written makes no difference: `1Ki`, `1024` → 0. */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (a.nano === b.nano) return 0;
  return a.nano < b.nano ? -1 : 1;
}

/** Exact, and never capped; the sum is printed as `a` is, or as `b` where `a` is zero. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: formatOfResult(a, b) };
}

/** Exact, and never capped; the difference is printed as `a` is, or as `b` where `a` is zero. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano - b.nano, format: formatOfResult(a, b) };
}

function formatOfResult(a: Quantity, b: Quantity): QuantityFormat {
  return a.nano === 0n ? b.format : a.format;
}

/** Rounded away from zero to thousandths, which is all that a pod's spec keeps in an API server: `100u` → `1m`. */
export function roundedToMilli(quantity: Quantity): Quantity {
  return { nano: milliOf(quantity) * NANO_PER_MILLI, format: quantity.format };
}
