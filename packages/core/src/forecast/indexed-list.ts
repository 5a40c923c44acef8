import { addMonths, firstOfMonthFrom } from "../base/dates.ts";
import { indexMoney, roundRate } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import { MONTHS_PER_YEAR } from "../base/units.ts";
import { type PriceList, priceSince, withAmounts } from "../price-list/price-list.ts";

/**
 * A price list of which each price is raised by its percentage for every whole year that it has held: since the forecast's
 * first day, or, where a change has brought it later, since the first of the month that counts with it first.
 *
 * Forecast from 2027-01-01, 2 % a year, changed on 2027-06-15: raised from 2028-07-01 on, what is as before from 2028-01-01.
 */
export function indexedList(list: PriceList, start: IsoDate, day: IsoDate): PriceList {
  return withAmounts(list, (value, sku) => {
    const since = (sku === null ? undefined : priceSince(list, sku)) ?? start;
    const from = since > start ? firstOfMonthFrom(since) : start;
    return roundRate(indexMoney(value, list.indexationPercentPerYear ?? 0, wholeYearsBetween(from, day)));
  });
}

/** Whether every price of a list counts its years from a forecast's first day. */
export function isOfOneDay({ written }: PriceList, start: IsoDate): boolean {
  return Object.values(written ?? {}).every(({ since }) => since === undefined || since <= start);
}

function wholeYearsBetween(from: IsoDate, to: IsoDate): number {
  let years = 0;
  while (addMonths(from, (years + 1) * MONTHS_PER_YEAR) <= to) years += 1;
  return years;
}
