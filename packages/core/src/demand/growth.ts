import { MONTHS_PER_YEAR } from "../base/units.ts";
import type { Tenant } from "../input/fleet.ts";
import { type Choices, numberOf } from "../input/parameters.ts";

const PERCENT = 100;
/** So that the last digits of a power, which engines may round differently, add no pod. */
const DIGITS = 9;

/** By how much a tenant's demand grows in so many months: (1 + percent)^(months ÷ 12) − 1. */
export function growthRatioOver(
  months: number,
  { growthPercentPerYear }: Pick<Tenant, "growthPercentPerYear">,
  choices: Choices,
): number {
  const percent = growthPercentPerYear ?? numberOf(choices, "growth-percent-per-year");
  return Number(((1 + percent / PERCENT) ** (months / MONTHS_PER_YEAR) - 1).toFixed(DIGITS));
}
