import type { Tenant } from "../input/fleet.ts";
import { isInventedPart } from "../prices/invented-items.ts";
import { basisNamed } from "./bases/price-bases.ts";
import type { PlanningContext } from "./planning-context.ts";
import type { PriceList } from "./price-list.ts";
import { paysAgreedPrice } from "./tenant-prices.ts";

/** By which prices tenants pay. */
type PayingBy = Pick<PlanningContext, "priceBook" | "priceList" | "choices">;
type Payer = Pick<Tenant, "monthlyPrice" | "hasInventedPrice">;

/**
 * Whether what a tenant pays rests on invented prices: what is agreed with it where its fleet says so; else those of the
 * list, or those of the book where the list charges by nodes.
 * @param lines what it pays line by line: of a list of which some prices are invented, only these count; absent: any does
 */
export function paysInventedPrices(
  tenant: Payer,
  context: PayingBy,
  lines?: readonly { readonly sku: string }[],
): boolean {
  if (paysAgreedPrice(tenant, context)) return tenant.hasInventedPrice === true;
  const { priceBook, priceList } = context;
  if (priceList === undefined) return false;
  const isListInvented =
    lines === undefined ? priceList.illustrative : lines.some(({ sku }) => isInventedPart(priceList, sku));
  return isListInvented || (priceBook.illustrative && chargesByShapes(priceList));
}

/** Whether any of these tenants pays an invented price that was agreed with it. */
export function paysInventedAgreed(tenants: readonly Payer[], context: PayingBy): boolean {
  return tenants.some((tenant) => tenant.hasInventedPrice === true && paysAgreedPrice(tenant, context));
}

/** Whether any price behind the plan of these tenants is invented: whatever shows its amounts says so. */
export function hasIllustrativePrices(context: PayingBy, tenants: readonly Payer[]): boolean {
  const { priceBook, priceList } = context;
  return priceBook.illustrative || priceList?.illustrative === true || paysInventedAgreed(tenants, context);
}

/** Items by which nobody is charged who shares a cluster with others. */
export function chargedByOwnClusters({
  items,
  ownBases,
}: Pick<PriceList, "items" | "ownBases">): readonly PriceList["items"][number][] {
  return items.filter(({ per, isOptional }) => !isOptional && basisNamed(per, ownBases).countedFrom !== "tenant");
}

/** Whether a list charges by nodes: then the book stands behind its amounts too. */
export function chargesByShapes({ items, ownBases }: Pick<PriceList, "items" | "ownBases">): boolean {
  return items.some(({ per }) => basisNamed(per, ownBases).countedFrom === "own-nodes");
}
