import type { CurrencyCode } from "./currency.ts";
import type { Tenant, TenantId } from "./input.ts";
import { type Money, ratioOf, roundToMinorUnit, subtractMoney, sumMoney } from "./money.ts";
import type { SharedLine } from "./sharing.ts";

/** What a tenant pays, costs and leaves. margin = price − cost; margin ratio = margin ÷ price. */
export interface TenantEconomics {
  readonly tenantId: TenantId;
  readonly name: string;
  /** null: nobody has said what the tenant pays, so there is no margin either. */
  readonly monthlyPrice: Money | null;
  readonly monthlyCost: Money;
  /** Of monthlyCost: the tenant's own cluster. */
  readonly ownMonthlyCost: Money;
  /** Of monthlyCost: its share of what serves several tenants. */
  readonly sharedMonthlyCost: Money;
  readonly monthlyMargin: Money | null;
  /** null where the price is unknown or zero. */
  readonly marginRatio: number | null;
}

export function economicsOf(
  tenants: readonly Tenant[],
  shared: readonly SharedLine[],
  currency: CurrencyCode,
): readonly TenantEconomics[] {
  const shares = sharesByTenant(shared);
  return tenants.map((tenant) => {
    const own = sumMoney(shares.get(`own ${tenant.id}`) ?? [], currency);
    const others = sumMoney(shares.get(`shared ${tenant.id}`) ?? [], currency);
    const monthlyCost = sumMoney([own, others], currency);
    const monthlyPrice = tenant.monthlyPrice === null ? null : roundToMinorUnit(tenant.monthlyPrice);
    const monthlyMargin = monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost);
    return {
      tenantId: tenant.id,
      name: tenant.name,
      monthlyPrice,
      monthlyCost,
      ownMonthlyCost: own,
      sharedMonthlyCost: others,
      monthlyMargin,
      marginRatio: monthlyMargin === null || monthlyPrice === null ? null : ratioOf(monthlyMargin, monthlyPrice),
    };
  });
}

/** Tenants that cost more than they pay; one without a price is unknown, and not among them. */
export function lossMakersOf(tenants: readonly TenantEconomics[]): readonly TenantEconomics[] {
  return tenants.filter(({ monthlyMargin }) => monthlyMargin?.amount.isNegative() ?? false);
}

function sharesByTenant(shared: readonly SharedLine[]): ReadonlyMap<string, readonly Money[]> {
  const all = new Map<string, Money[]>();
  for (const { basis, shares } of shared) {
    for (const [tenantId, share] of shares) {
      const key = `${basis === "own" ? "own" : "shared"} ${tenantId}`;
      const list = all.get(key);
      if (list === undefined) all.set(key, [share]);
      else list.push(share);
    }
  }
  return all;
}
