/** Digits after the point that a quantity may have: as many as `tidy` leaves. */
const QUANTITY_SCALE = 1e9;

/** Quantities as whole numbers that stand in the same proportion. */
export function quantityWeights(quantities: readonly number[]): readonly bigint[] {
  return quantities.map((quantity) => BigInt(Math.round(quantity * QUANTITY_SCALE)));
}
