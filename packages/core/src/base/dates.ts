import type { IsoDate } from "./provenance.ts";
import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from "./units.ts";

/** Arithmetic on calendar days written as `2026-11-23`, in the Gregorian calendar. No clock, no time zone. */

const FEBRUARY = 2;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** A year is a leap year where 4 divides it, unless 100 does and 400 does not. */
const LEAP = 4;
const NO_LEAP = 100;
const LEAP_AGAIN = 400;
const YEAR_DIGITS = 4;
const PART_DIGITS = 2;

/**
 * The same day so many months later, or the month's last where it has no such day. Count from one day always, never
 * from month to month: 31 January, 28 February, 31 March.
 */
export function addMonths(date: IsoDate, monthCount: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const months = year * MONTHS_PER_YEAR + (month - 1) + monthCount;
  const toYear = Math.floor(months / MONTHS_PER_YEAR);
  const toMonth = months - toYear * MONTHS_PER_YEAR + 1;
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The first of a month that is on a day, or comes next after it: of 2026-12-01 itself, of 2026-12-02 2027-01-01. */
export function firstOfMonthFrom(date: IsoDate): IsoDate {
  const [year, month, day] = partsOf(date);
  return day === 1 ? date : addMonths(dateOf(year, month, 1), 1);
}

/** The day so many days later, zero or more. */
export function addDays(date: IsoDate, dayCount: number): IsoDate {
  let [year, month, day] = partsOf(date);
  day += dayCount;
  for (let days = daysInMonth(year, month); day > days; days = daysInMonth(year, month)) {
    day -= days;
    [year, month] = month === MONTHS_PER_YEAR ? [year + 1, 1] : [year, month + 1];
  }
  return dateOf(year, month, day);
}

/** The day before one: of 2027-07-01 2027-06-30. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year, month, day] = partsOf(date);
  if (day > 1) return dateOf(year, month, day - 1);
  const [toYear, toMonth] = partsOf(addMonths(date, -1));
  return dateOf(toYear, toMonth, daysInMonth(toYear, toMonth));
}

/** How many days one day comes after another: 1 from 28 February to 1 March, 2 in a leap year. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

function partsOf(date: IsoDate): readonly [year: number, month: number, day: number] {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return [year, month, day];
}

function dateOf(year: number, month: number, day: number): IsoDate {
  const text = (value: number, digits: number) => String(value).padStart(digits, "0");
  return `${text(year, YEAR_DIGITS)}-${text(month, PART_DIGITS)}-${text(day, PART_DIGITS)}`;
}

/** Days since the first day of the year 0. */
function dayNumber(date: IsoDate): number {
  const [year, month, day] = partsOf(date);
  const before = year - 1;
  const leapDays = Math.floor(before / LEAP) - Math.floor(before / NO_LEAP) + Math.floor(before / LEAP_AGAIN);
  const earlier = Array.from({ length: month - 1 }, (_, index) => daysInMonth(year, index + 1));
  return year * DAYS_PER_YEAR + leapDays + earlier.reduce((sum, days) => sum + days, 0) + day;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % LEAP === 0 && year % NO_LEAP !== 0) || year % LEAP_AGAIN === 0;
  return (DAYS_OF_MONTHS[month - 1] as number) + (month === FEBRUARY && isLeap ? 1 : 0);
}
