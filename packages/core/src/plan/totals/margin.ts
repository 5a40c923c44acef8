import type { CurrencyCode } from "../../base/currency.ts";
import { addMoney, isNegativeMoney, type Money, ratioOf, subtractMoney, sumMoney } from "../../base/money.ts";
import type { SizeOrigin } from "../../base/size-origin.ts";
import type { SharedLine } from "../../costs/sharing.ts";
import type { Tenant, TenantId } from "../../input/fleet.ts";
import { type PriceLine, priceOf } from "../../price-list/price-lines.ts";

/**
 * What a tenant pays, costs and leaves. margin = price − cost; margin ratio = margin ÷ price; markup ratio =
 * margin ÷ cost. One-off amounts stand apart and enter none of them.
 */
export interface TenantEconomics {
  readonly tenantId: TenantId;
  /** Its key elsewhere, as the fleet has it. */
  readonly ref?: string;
  readonly name: string;
  /** Where its sizes come from, as the fleet has it. */
  readonly origin?: SizeOrigin;
  /** null: nobody has said what the tenant pays, so there is no margin either. */
  readonly monthlyPrice: Money | null;
  readonly monthlyCost: Money;
  /** Of monthlyCost: what the tenant alone causes, the cost of its own cluster. */
  readonly ownMonthlyCost: Money;
  /** Of monthlyCost: its share of what serves several tenants. */
  readonly sharedMonthlyCost: Money;
  readonly monthlyMargin: Money | null;
  /** null where the price is unknown or zero. */
  readonly marginRatio: number | null;
  /** margin ÷ cost; null where the price is unknown or the cost zero. */
  readonly markupRatio: number | null;
  /** price − ownMonthlyCost: what the tenant leaves to pay for what is shared. */
  readonly contributionMonthlyMargin: Money | null;
  readonly contributionMarginRatio: number | null;
  readonly oneTimePrice: Money | null;
  readonly oneTimeCost: Money;
  /** Empty where nobody has said what the tenant pays. */
  readonly priceLines: readonly PriceLine[];
}

/** What each tenant pays, costs and leaves, in the order of the fleet. */
export function economicsOf(
  tenants: readonly Tenant[],
  shared: readonly SharedLine[],
  oneTime: readonly SharedLine[],
  pricesOf: ReadonlyMap<TenantId, readonly PriceLine[]>,
  currency: CurrencyCode,
): readonly TenantEconomics[] {
  const shares = sharesByTenant(shared);
  const oneTimeShares = sharesByTenant(oneTime);
  return tenants.map(({ id, name, ref, origin }) => {
    const [own, others] = borneBy(shares.get(id), currency);
    const once = borneBy(oneTimeShares.get(id), currency);
    // No line at all is a price of zero; no lines known is no price.
    const priceLines = pricesOf.get(id) ?? null;
    const monthlyPrice = priceLines === null ? null : priceOf(priceLines, "recurring", currency);
    return {
      tenantId: id,
      ...(ref === undefined ? {} : { ref }),
      name,
      ...(origin === undefined ? {} : { origin }),
      ...monthOf(monthlyPrice, own, others),
      oneTimePrice: priceLines === null ? null : priceOf(priceLines, "one-time", currency),
      oneTimeCost: addMoney(...once),
      priceLines: priceLines ?? [],
    };
  });
}

/** What a month of a tenant comes to. @param ownMonthlyCost of its own cluster @param sharedMonthlyCost its share of what serves several */
export function monthOf(
  monthlyPrice: Money | null,
  ownMonthlyCost: Money,
  sharedMonthlyCost: Money,
): Omit<TenantEconomics, "tenantId" | "ref" | "name" | "origin" | "oneTimePrice" | "oneTimeCost" | "priceLines"> {
  const monthlyCost = addMoney(ownMonthlyCost, sharedMonthlyCost);
  const monthlyMargin = minus(monthlyPrice, monthlyCost);
  const contributionMonthlyMargin = minus(monthlyPrice, ownMonthlyCost);
  return {
    monthlyPrice,
    monthlyCost,
    ownMonthlyCost,
    sharedMonthlyCost,
    monthlyMargin,
    marginRatio: part(monthlyMargin, monthlyPrice),
    markupRatio: part(monthlyMargin, monthlyCost),
    contributionMonthlyMargin,
    contributionMarginRatio: part(contributionMonthlyMargin, monthlyPrice),
  };
}

function minus(price: Money | null, cost: Money): Money | null {
  return price === null ? null : subtractMoney(price, cost);
}

function part(margin: Money | null, whole: Money | null): number | null {
  return margin === null || whole === null ? null : ratioOf(margin, whole);
}

/** Tenants that cost more than they pay; one without a price is unknown, and not among them. */
export function lossMakersOf(tenants: readonly TenantEconomics[]): readonly TenantEconomics[] {
  return tenants.filter(({ monthlyMargin }) => monthlyMargin !== null && isNegativeMoney(monthlyMargin));
}

/** Every share of a tenant: of what is its own, and of what serves several. */
interface Borne {
  readonly own: Money[];
  readonly shared: Money[];
}

function borneBy(borne: Borne | undefined, currency: CurrencyCode): readonly [own: Money, shared: Money] {
  return [sumMoney(borne?.own ?? [], currency), sumMoney(borne?.shared ?? [], currency)];
}

function sharesByTenant(lines: readonly SharedLine[]): ReadonlyMap<TenantId, Borne> {
  const all = new Map<TenantId, Borne>();
  for (const { splits } of lines) {
    for (const { basis, shares } of splits) {
      for (const { tenantId, amount: share } of shares) {
        const kind = basis === "own" ? "own" : "shared";
        const borne = all.get(tenantId);
        if (borne === undefined) all.set(tenantId, { own: [], shared: [], [kind]: [share] });
        else borne[kind].push(share);
      }
    }
  }
  return all;
}
