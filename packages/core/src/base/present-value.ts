import { Decimal } from "decimal.js";
import type { CurrencyCode } from "./currency.ts";
import { type Money, money, roundToMinorUnit } from "./money.ts";
import { MONTHS_PER_YEAR } from "./units.ts";

/** For a root, which has no end of digits: enough of them that rounding afterwards is never wrong. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/**
 * What flows at the ends of months 1, 2, 3 … are worth at the beginning: Σ flow ÷ (1 + r)^(month ÷ 12), rounded once.
 * The rate of a month is (1 + r)^(1/12) − 1, at sixty digits; r is a year's.
 */
export function presentValue(flows: readonly Money[], percentPerYear: number, currency: CurrencyCode): Money {
  const factor = new Exact(percentPerYear).div(100).plus(1).pow(new Exact(1).div(MONTHS_PER_YEAR));
  const worth = flows.reduceRight((later, flow) => later.plus(flow.amount).div(factor), new Exact(0));
  return roundToMinorUnit(money(worth.toFixed(), currency));
}
