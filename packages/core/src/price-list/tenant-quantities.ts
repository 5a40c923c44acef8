import { ALL_OVERHEAD, ALL_WORKLOAD } from "../costs/cost-line.ts";
import { basisNamed } from "./bases/price-bases.ts";
import type { PricedTenant, TenantQuantity } from "./bases/price-basis.ts";
import type { ListItem, PriceList } from "./price-list.ts";

/** How many units of an item a tenant has, and what they pay for. */
export function quantityFor(
  item: ListItem,
  priced: PricedTenant,
  { items, ownBases }: Pick<PriceList, "items" | "ownBases">,
): TenantQuantity {
  const { quantity, weights } = basisNamed(item.per, ownBases).quantityOf(priced, item, items);
  if (item.recovers === null) return { quantity, weights };
  return { quantity, weights: item.recovers === "platform" ? ALL_OVERHEAD : ALL_WORKLOAD };
}
