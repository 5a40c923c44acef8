import type { Tenant } from "../input/fleet.ts";
import type { PlanningContext } from "./planning-context.ts";
import type { PriceList } from "./price-list.ts";
import type { PriceBasis } from "./price-list-item-file.ts";
import { paysAgreedPrice } from "./tenant-prices.ts";

/** How much there is of these depends on the shapes of nodes, which are chosen by what they cost. */
const BY_SHAPES: ReadonlySet<PriceBasis> = new Set(["node", "node-vcpu", "node-memory"]);

/** By which prices tenants pay. */
type PayingBy = Pick<PlanningContext, "priceBook" | "priceList" | "choices">;
type Payer = Pick<Tenant, "monthlyPrice" | "hasInventedPrice">;

/**
 * Whether what a tenant pays rests on invented prices: what is agreed with it where its fleet says so; else those of the
 * list, or those of the book where the list charges by nodes.
 */
export function paysInventedPrices(tenant: Payer, context: PayingBy): boolean {
  if (paysAgreedPrice(tenant, context)) return tenant.hasInventedPrice === true;
  const { priceBook, priceList } = context;
  return priceList !== undefined && (priceList.illustrative || (priceBook.illustrative && chargesByShapes(priceList)));
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
