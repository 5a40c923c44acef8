import type { Tenant } from "../input/fleet.ts";
import type { PlanningContext } from "./planning-context.ts";
import type { PriceList } from "./price-list.ts";
import type { PriceBasis } from "./price-list-item-file.ts";
import { paysAgreedPrice } from "./tenant-prices.ts";

/** How much there is of these depends on the shapes of nodes, which are chosen by what they cost. */
const BY_SHAPES: ReadonlySet<PriceBasis> = new Set(["node", "node-vcpu", "node-memory"]);

/**
 * Whether what a tenant pays rests on invented prices: those of the list that it pays by; or those of the book, where
 * the list charges by nodes, or there is no list and nothing else says whose prices these are.
 */
export function paysInventedPrices(tenant: Pick<Tenant, "monthlyPrice">, context: PlanningContext): boolean {
  const { illustrative } = context.priceBook;
  const list = paysAgreedPrice(tenant, context) ? undefined : context.priceList;
  if (list === undefined) return illustrative;
  return list.illustrative || (illustrative && chargesByShapes(list));
}

/** Only tenants with a cluster of their own have any of these. */
const BY_OWN_CLUSTERS: ReadonlySet<PriceBasis> = new Set([...BY_SHAPES, "cluster"]);

/** Items by which nobody is charged who shares a cluster with others. */
export function chargedByOwnClusters({ items }: Pick<PriceList, "items">): readonly PriceList["items"][number][] {
  return items.filter(({ per, isOptional }) => !isOptional && BY_OWN_CLUSTERS.has(per));
}

/** Whether a list charges by nodes: then the book stands behind its amounts too. */
export function chargesByShapes({ items }: Pick<PriceList, "items">): boolean {
  return items.some(({ per }) => BY_SHAPES.has(per));
}
