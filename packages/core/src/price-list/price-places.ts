import type { FilePlace, RateOrigin } from "../base/rate-origin.ts";
import type { Tenant } from "../input/fleet.ts";
import { isInventedPart } from "../prices/invented-items.ts";
import { writtenAt } from "../prices/price-changes.ts";
import { everyPeriod } from "../prices/price-periods.ts";
import type { PriceLine } from "./price-lines.ts";
import { type PriceList, partsOfList, priceSince } from "./price-list.ts";

/** A price list whose prices know in which line of a file they stand. @param lineOf of a part of the file, by its path */
export function placedList(
  list: PriceList,
  file: string,
  lineOf: (path: readonly (string | number)[]) => number | undefined,
): PriceList {
  return everyPeriod(list, (one) => {
    const places = partsOfList(one).flatMap(([sku, path]): readonly (readonly [string, FilePlace])[] => {
      const line = sku === undefined ? undefined : lineOf(writtenAt(one.written ?? {}, path).path);
      return sku === undefined || line === undefined ? [] : [[sku, { file, line }]];
    });
    return { ...one, places: new Map(places.toReversed()) };
  });
}

/** Whose the price of a line is: agreed with the tenant, or that of the list. */
export function originOfLine(
  { service, sku }: Pick<PriceLine, "service" | "sku">,
  tenant: Pick<Tenant, "pricePlace" | "hasInventedPrice"> | undefined,
  list: PriceList | undefined,
): RateOrigin {
  if (service === null || list === undefined)
    return { isInvented: tenant?.hasInventedPrice === true, pricesId: null, place: tenant?.pricePlace ?? null };
  const since = priceSince(list, sku);
  return {
    isInvented: isInventedPart(list, sku),
    pricesId: list.id,
    place: list.places?.get(sku) ?? null,
    ...(since && { since }),
  };
}
