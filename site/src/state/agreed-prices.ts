import { hasInventedParts } from "./price-edits.ts";
import type { FleetDraft, Scenario } from "./scenario.ts";

/**
 * A fleet whose agreed prices say each for itself whether they are invented, and no longer the fleet of all: what
 * somebody types over one, or beside them, is theirs.
 */
export function marksOfItsOwn({ illustrative, ...fleet }: FleetDraft): FleetDraft {
  if (illustrative !== true) return fleet as FleetDraft;
  const tenants = fleet.tenants.map((tenant) =>
    tenant.price === undefined ? tenant : { ...tenant, price: { illustrative, ...tenant.price } },
  );
  return { ...(fleet as FleetDraft), tenants };
}

/** Whether any price that was entered is invented: of the book, of the list, or agreed with a tenant. */
export function hasInventedPrices({ prices, priceList, fleet }: Scenario): boolean {
  const isAgreed = fleet.tenants.some(
    ({ price }) => price !== undefined && (price.illustrative ?? fleet.illustrative === true),
  );
  return hasInventedParts(prices) || (priceList !== null && hasInventedParts(priceList)) || isAgreed;
}
