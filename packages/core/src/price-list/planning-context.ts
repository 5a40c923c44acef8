import type { CurrencyCode } from "../base/currency.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { SharingMethod } from "../costs/sharing-methods/sharing-method.ts";
import type { UpgradeLabourContext } from "../costs/upgrade-labour.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { priceBookIn } from "../prices/price-book.ts";
import { pricesOn } from "../prices/price-periods.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { type PriceList, priceListIn } from "./price-list.ts";

/** What a plan needs beside the tenants: how the platform behaves, what was assumed, what things cost and are sold for. */
export interface PlanningContext extends PricedContext, UpgradeLabourContext {
  /** What tenants are charged by; absent: only what is agreed with each. */
  readonly priceList?: PriceList;
  /** What shared costs may be split by beside what every fleet may; absent: nothing. */
  readonly ownSharing?: readonly SharingMethod[];
}

/** A context with the prices that hold on a day; the context itself where it has them already. */
export function contextOn(context: PlanningContext, day: IsoDate): PlanningContext {
  const priceBook = pricesOn(context.priceBook, day);
  const priceList = context.priceList && pricesOn(context.priceList, day);
  if (priceBook === context.priceBook && priceList === context.priceList) return context;
  return { ...context, priceBook, ...(priceList === undefined ? {} : { priceList }) };
}

/** What tells apart the times between the days on which prices of a context change. */
export function periodOn(context: PlanningContext, day: IsoDate): string {
  const { priceBook, priceList } = contextOn(context, day);
  return `${priceBook.since} ${priceList?.since}`;
}

/**
 * A context as plans of a day count with it: the prices of the day, all in a currency, by the dated rates that price book
 * and price list bring along, and licences that come with others free; the context itself where it is so already.
 * @throws InputError where a rate is missing
 */
export function contextIn(given: PlanningContext, currency: CurrencyCode, day: IsoDate): PlanningContext {
  const context = contextOn(given, day);
  const { priceList } = context;
  const priceBook = withIncludedLicence(context.priceBook, context.choices);
  const isSameBook = priceBook === context.priceBook && priceBook.currency === currency;
  if (isSameBook && (priceList === undefined || priceList.currency === currency)) return context;
  return {
    ...context,
    priceBook: priceBookIn(priceBook, currency),
    ...(priceList === undefined ? {} : { priceList: priceListIn(priceList, currency) }),
  };
}
