import { divideMoney, type Money, multiplyMoney, roundToMinorUnit } from "./money.ts";
import { MONTHS_PER_YEAR } from "./units.ts";

/** A month's amount by the hour, rounded: for people, who see beside it how many hours a month has. Nothing is computed from it. */
export function perHour(monthly: Money, hoursPerMonth: number): Money {
  return roundToMinorUnit(divideMoney(monthly, hoursPerMonth));
}

/** Twelve times a month's amount: exact. */
export function perYear(monthly: Money): Money {
  return multiplyMoney(monthly, MONTHS_PER_YEAR);
}
