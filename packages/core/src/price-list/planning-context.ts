import type { CurrencyCode } from "../base/currency.ts";
import { withIncludedLicence } from "../prices/included-licence.ts";
import { priceBookIn } from "../prices/price-book.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { type PriceList, priceListIn } from "./price-list.ts";

/** What a plan needs beside the tenants: how the platform behaves, what was assumed, what things cost and are sold for. */
export interface PlanningContext extends PricedContext {
  /** What tenants are charged by; absent: only what is agreed with each. */
  readonly priceList?: PriceList;
}

/**
 * A context as plans count with it: all its prices in a currency, by the dated rates that price book and price list bring
 * along, and licences that come with others free; the context itself where it is so already.
 * @throws InputError where a rate is missing
 */
export function contextIn(context: PlanningContext, currency: CurrencyCode): PlanningContext {
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
