import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { MOST_CHURN_PERCENT, MOST_NEW_TENANTS } from "../input/fleet-file.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";

export interface ForecastOptions {
  /** How many, from 12 to 60. */
  readonly months: number;
  /** What money costs a year: 0 to 100. */
  readonly discountPercentPerYear: number;
  /** From when on: the first month is the first whole one of the calendar; absent: the day the fleet is planned for. */
  readonly start?: IsoDate;
  /** How many of a hundred tenants that nothing binds leave in a year: 0 to 100; absent: as the fleet or the assumption has it. */
  readonly churnPercentPerYear?: number;
  /** How many come in a year beside those whose days are known: 0 to 1000; absent: likewise. */
  readonly newTenantsPerYear?: number;
  /** Told before each month is planned, for who waits. */
  readonly onMonth?: (monthNumber: number) => void;
  /** What earlier plans of the same context have left. */
  readonly cache?: PlanningCache;
}

const FEWEST_MONTHS = 12;
const MOST_MONTHS = 60;
const MOST_DISCOUNT_PERCENT = 100;

/** @throws InputError with every option that is out of bounds */
/** Lets options pass that a forecast can be made with. @throws InputError with all that are wrong. */
export function requireOptions(options: ForecastOptions): void {
  const { months, discountPercentPerYear, churnPercentPerYear = 0, newTenantsPerYear = 0, start } = options;
  const isWithin = (value: number, least: number, most: number) => value >= least && value <= most;
  const problems: Problem[] = [];
  if (!Number.isInteger(months) || !isWithin(months, FEWEST_MONTHS, MOST_MONTHS)) {
    const expected = `a whole number of months from ${FEWEST_MONTHS} to ${MOST_MONTHS}`;
    problems.push({ path: ["months"], found: shown(months), expected, fix: "write for example 36" });
  }
  if (!isWithin(discountPercentPerYear, 0, MOST_DISCOUNT_PERCENT)) {
    const expected = `a percentage a year from 0 to ${MOST_DISCOUNT_PERCENT}`;
    problems.push({ path: ["discount"], found: shown(discountPercentPerYear), expected, fix: "write for example 8" });
  }
  if (!isWithin(churnPercentPerYear, 0, MOST_CHURN_PERCENT)) {
    const expected = `a percentage a year from 0 to ${MOST_CHURN_PERCENT}`;
    const found = shown(churnPercentPerYear);
    problems.push({ path: ["churn-percent-per-year"], found, expected, fix: "write for example 10" });
  }
  if (!isWithin(newTenantsPerYear, 0, MOST_NEW_TENANTS)) {
    const expected = `a number of tenants a year from 0 to ${MOST_NEW_TENANTS}`;
    const found = shown(newTenantsPerYear);
    problems.push({ path: ["new-tenants-per-year"], found, expected, fix: "write for example 6" });
  }
  if (start !== undefined && !IsoDate.safeParse(start).success) {
    const expected = "a day of the calendar";
    problems.push({ path: ["start"], found: shown(start), expected, fix: "write for example 2027-01-01" });
  }
  if (problems.length > 0) throw new InputError("forecast", problems);
}
