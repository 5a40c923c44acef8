import type { Money } from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { PlanInput } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import type { PricedTenant } from "../price-list/bases/price-basis.ts";
import { bundleFor, termsOf } from "../price-list/price-lines.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { pricedTenants } from "../price-list/tenant-prices.ts";
import { quantityFor } from "../price-list/tenant-quantities.ts";
import type { BillTerms } from "../prices/bill.ts";
import { chargesFor } from "../prices/tariff.ts";
import { type Slots, tierAt } from "./slots.ts";

/** What one tenant is charged by the price list. */
export interface TenantBill {
  readonly charges: readonly { readonly slotIndex: number; readonly tierIndex: number; readonly quantity: string }[];
  readonly terms: TenantTerms;
}

/** The terms of a tenant's bill as text; the minimum fee is a price that may be varied, and stands in `PriceBill`. */
export interface TenantTerms {
  readonly discount: string;
  readonly discountCeiling: string | null;
  readonly support: { readonly share: string; readonly minimum: string } | null;
}

/** What all tenants pay a month. */
export interface PriceBill {
  readonly agreed: readonly string[];
  readonly tenants: readonly TenantBill[];
  readonly minimumFeeSlotIndex: number | null;
}

/** The bill of a fleet's tenants on its day; null where what one of them pays is unknown. */
export function priceBillOf(fleet: PlanInput, clusters: readonly ClusterPlan[], slots: Slots): PriceBill | null {
  const { tenants } = fleetOfDay(fleet);
  const { priceList: given } = slots.given;
  const { priceList: list, choices } = slots.here;
  const { agreed, listed } = pricedTenants(tenants, clusters, { priceList: list, choices });
  if (agreed.length + listed.length < tenants.length) return null;
  const texts = agreed.map(({ monthlyPrice }) => monthlyPrice.amount);
  if (list === undefined || given === undefined) {
    return { agreed: texts, tenants: [], minimumFeeSlotIndex: null };
  }
  const slotOf = (sku: string, prices: readonly Money[]) =>
    slots.of(`listPrice ${sku}`, { kind: "listPrice", id: sku }, prices, given.exchangeRates);
  return {
    agreed: texts,
    tenants: listed.map((priced) => tenantBillOf(priced, list, given, slotOf)),
    minimumFeeSlotIndex: given.minimumFee === null ? null : slotOf(given.minimumFee.sku, [given.minimumFee.amount]),
  };
}

function tenantBillOf(
  priced: PricedTenant,
  list: PriceList,
  given: PriceList,
  slotOf: (sku: string, prices: readonly Money[]) => number,
): TenantBill {
  const { options } = priced.tenant.contract;
  const items = list.items.flatMap((item, index) => {
    if (item.isOptional && !options.includes(item.sku)) return [];
    const prices = (given.items[index]?.tariff.tiers ?? []).map(({ unitPrice }) => unitPrice);
    return chargesFor(item.tariff, quantityFor(item, priced, list).quantity).map(({ quantity, unitPrice }) => ({
      slotIndex: slotOf(item.sku, prices),
      tierIndex: tierAt(item.tariff, unitPrice),
      quantity: String(quantity),
    }));
  });
  const bundle = bundleFor(priced.tenant, given.bundles);
  const bundles =
    bundle === undefined ? [] : [{ slotIndex: slotOf(bundle.sku, [bundle.unitPrice]), tierIndex: 0, quantity: "1" }];
  return { charges: [...items, ...bundles], terms: termsAsText(termsOf(priced, list)) };
}

function termsAsText({ discount, discountCeiling, support }: BillTerms<Money, number>): TenantTerms {
  return {
    discount: String(discount),
    discountCeiling: discountCeiling?.amount ?? null,
    support: support === null ? null : { share: String(support.share), minimum: support.minimum.amount },
  };
}
