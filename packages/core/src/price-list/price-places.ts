import type { FilePlace, RateOrigin } from "../base/rate-origin.ts";
import type { Tenant } from "../input/fleet.ts";
import type { PriceLine } from "./price-lines.ts";
import type { PriceList } from "./price-list.ts";

/** A price list whose prices know in which line of a file they stand. @param lineOf of a part of the file, by its path */
export function placedList(
  list: PriceList,
  file: string,
  lineOf: (path: readonly (string | number)[]) => number | undefined,
): PriceList {
  const paths: readonly (readonly [sku: string | undefined, path: readonly (string | number)[]])[] = [
    ...list.items.map(({ sku }, index) => [sku, ["items", index]] as const),
    ...list.bundles.map(({ sku }, index) => [sku, ["bundles", index]] as const),
    [list.minimumFee?.sku, ["minimumFee"]],
    ...list.supportPlans.map(({ sku }, index) => [sku, ["supportPlans", index]] as const),
    [list.onboarding?.sku, ["onboarding"]],
  ];
  const places = paths.flatMap(([sku, path]): readonly (readonly [string, FilePlace])[] => {
    const line = sku === undefined ? undefined : lineOf(path);
    return sku === undefined || line === undefined ? [] : [[sku, { file, line }]];
  });
  // Of a SKU that several parts have, the first is meant: items and bundles come before fees.
  return { ...list, places: new Map(places.toReversed()) };
}

/** Whose the price of a line is: agreed with the tenant, or that of the list. */
export function originOfLine(
  { service, sku }: Pick<PriceLine, "service" | "sku">,
  tenant: Pick<Tenant, "pricePlace" | "hasInventedPrice"> | undefined,
  list: PriceList | undefined,
): RateOrigin {
  if (service === null || list === undefined)
    return { isInvented: tenant?.hasInventedPrice === true, pricesId: null, place: tenant?.pricePlace ?? null };
  return { isInvented: list.illustrative, pricesId: list.id, place: list.places?.get(sku) ?? null };
}
