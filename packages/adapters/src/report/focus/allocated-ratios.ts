import { allocateMoney, money, wholeMinorUnits } from "@nkp-planner/core";
import type { FocusCharge } from "./focus-charges.ts";

/** Digits after the point of a ratio: of an origin charge below five thousand million, it gives each part to the cent. */
const RATIO_DIGITS = 12;
/** One, as 10¹² of the smallest units of a currency: which one does not matter, the amount is no price. */
const ONE = money("10000000000.00", "EUR");

/** What is told of a charge by what it was split from. */
type SplitCharge = Pick<FocusCharge, "originChargeId" | "basis" | "cost">;

/**
 * The part of its origin charge that each charge is, as a decimal text; null where the charge was not split among tenants.
 * Most parts do not end within twelve digits: each is rounded down, and what is left of 1 goes out a last digit at a time,
 * largest remainder first, so that the ratios of one origin sum to 1 exactly as they are written.
 */
export function allocatedRatiosOf(charges: readonly SplitCharge[]): readonly (string | null)[] {
  const indexesByOrigin = new Map<string, number[]>();
  for (const [index, { originChargeId, basis }] of charges.entries()) {
    if (basis === "own") continue;
    const indexes = indexesByOrigin.get(originChargeId) ?? [];
    indexes.push(index);
    indexesByOrigin.set(originChargeId, indexes);
  }
  const ratios: (string | null)[] = charges.map(() => null);
  for (const indexes of indexesByOrigin.values()) {
    // All charges of one origin have its sign: a credit is split as a cost is.
    const costs = indexes.map((index) => magnitudeOf(charges[index] as SplitCharge));
    for (const [place, part] of allocateMoney(ONE, costs).entries()) {
      ratios[indexes[place] as number] = ratioText(wholeMinorUnits(part));
    }
  }
  return ratios;
}

function magnitudeOf({ cost }: SplitCharge): bigint {
  const units = wholeMinorUnits(cost);
  return units < 0n ? -units : units;
}

/** 250000000000n → 0.25 */
function ratioText(units: bigint): string {
  const digits = String(units).padStart(RATIO_DIGITS + 1, "0");
  const whole = digits.slice(0, -RATIO_DIGITS);
  const decimals = digits.slice(-RATIO_DIGITS).replace(/0+$/, "");
  return decimals === "" ? whole : `${whole}.${decimals}`;
}
