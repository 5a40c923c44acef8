import type { TenantMoney, TenantToCompare } from "./compared-plan.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { isOther, type ValueChange, valueChange } from "./value-change.ts";

/** What is said of a tenant's money. */
const TENANT_FIELDS = ["monthlyCost", "monthlyPrice", "monthlyMargin", "marginRatio"] as const;

export type TenantFieldChange = (typeof TENANT_FIELDS)[number];

/** A tenant that came, went, or whose cost, price or margin is another one. */
export interface TenantChange {
  readonly tenantId: string;
  readonly name: string;
  /** null: it is new. */
  readonly base: TenantMoney | null;
  /** null: it is gone. */
  readonly head: TenantMoney | null;
  /** Each amount on both sides: null on the side that does not have the tenant, and where it is not known. */
  readonly figures: Readonly<Record<TenantFieldChange, ValueChange>>;
}

/** The tenants that differ in what they cost, pay or leave: those of the base in its order, then the new ones. */
export function tenantChanges(
  base: readonly TenantToCompare[],
  head: readonly TenantToCompare[],
): readonly TenantChange[] {
  return pairsOf(base, head, ({ tenantId }) => tenantId)
    .filter(({ base: was, head: is }) => {
      if (was === null || is === null) return true;
      return TENANT_FIELDS.some((field) => isOther(was[field], is[field]));
    })
    .map(tenantChange);
}

function tenantChange({ base, head }: Pair<TenantToCompare>): TenantChange {
  const { tenantId, name } = (head ?? base) as TenantToCompare;
  const figures = TENANT_FIELDS.map((field) => [field, valueChange(base?.[field] ?? null, head?.[field] ?? null)]);
  return {
    ...{ tenantId, name, base: base && moneyOf(base), head: head && moneyOf(head) },
    figures: Object.fromEntries(figures) as TenantChange["figures"],
  };
}

function moneyOf({ monthlyCost, monthlyPrice, monthlyMargin, marginRatio }: TenantToCompare): TenantMoney {
  return { monthlyCost, monthlyPrice, monthlyMargin, marginRatio };
}
