import type { IsoDate } from "../base/provenance.ts";
import type { DatedPrices } from "./price-file.ts";

/** Prices that change on days: as they stand in each of their times, which themselves know of no other. */
type Changing<Prices> = DatedPrices & { readonly periods?: readonly Prices[] };

/** Prices of the beginning that know all their times; alone, they are all there is. */
export function withPeriods<Prices extends Changing<Prices>>(periods: readonly Prices[]): Prices {
  const first = periods[0] as Prices;
  return periods.length === 1 ? first : { ...first, periods };
}

/** The prices that hold on a day: these themselves where they do, and so whatever was made of them for it. */
export function pricesOn<Prices extends Changing<Prices>>(prices: Prices, day: IsoDate): Prices {
  const { periods, since } = prices;
  const there = periods?.findLast((one) => one.since === undefined || one.since <= day);
  return there === undefined || there.since === since ? prices : { ...there, periods };
}

/** Prices changed in all their times alike. */
export function everyPeriod<Prices extends Changing<Prices>>(prices: Prices, change: (one: Prices) => Prices): Prices {
  const { periods } = prices;
  return periods === undefined ? change(prices) : { ...change(prices), periods: periods.map(change) };
}
