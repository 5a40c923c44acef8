import { divideMoney, type Money, multiplyMoney, roundToMinorUnit } from "./money.ts";
import { MONTHS_PER_YEAR } from "./units.ts";

/**
 * A month's amount by the hour, rounded: for people, who see beside it how many hours a month has. Nothing is computed
 * from it. 730.00 EUR of 730 hours → 1.00 EUR.
 */
export function perHour(monthly: Money, hoursPerMonth: number): Money {
  return roundToMinorUnit(divideMoney(monthly, hoursPerMonth));
}

/** Twelve times a month's amount, exact: 1.05 EUR → 12.60 EUR. */
export function perYear(monthly: Money): Money {
  return multiplyMoney(monthly, MONTHS_PER_YEAR);
}
