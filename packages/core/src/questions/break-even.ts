import { compareMoney, type Money } from "../base/money.ts";
import type { FleetSize } from "./fleet-sizes.ts";

/** From how many tenants on one model costs no more than another. */
export interface BreakEven {
  /** The model that is asked about. */
  readonly modelId: string;
  /** The one that it is measured against. */
  readonly againstId: string;
  /** From this size on at every larger size tried; null: at the largest size tried it still costs more. */
  readonly fromTenantCount: number | null;
  /** Every size up to this one was planned: what is said holds up to here, and no further. */
  readonly provenUpToTenantCount: number;
  /** Sizes below fromTenantCount, or all where there is none, at which it costs no more all the same. */
  readonly alsoAtTenantCounts: readonly number[];
  /** Cost at fromTenantCount, as planned; null where there is no such size. */
  readonly at: BothCosts | null;
  /** Cost at one tenant less; null where there is no such size. */
  readonly before: BothCosts | null;
}

export interface BothCosts {
  readonly tenantCount: number;
  readonly monthlyCost: Money;
  readonly againstMonthlyCost: Money;
}

/**
 * Break-even of two models over sizes that were all planned, so that "never" is proven over them.
 * @param sizes one a number of tenants, from 1 on without gaps
 */
export function breakEvenOf(sizes: readonly FleetSize[], modelId: string, againstId: string): BreakEven {
  const all = sizes.map((size) => bothCosts(size, modelId, againstId));
  const isNoDearer = all.map(
    ({ monthlyCost, againstMonthlyCost }) => compareMoney(monthlyCost, againstMonthlyCost) <= 0,
  );
  const lastDearer = isNoDearer.lastIndexOf(false);
  const from = lastDearer + 1 < all.length ? all[lastDearer + 1] : undefined;
  return {
    modelId,
    againstId,
    fromTenantCount: from?.tenantCount ?? null,
    provenUpToTenantCount: all.at(-1)?.tenantCount ?? 0,
    alsoAtTenantCounts: all
      .filter((_, index) => isNoDearer[index] && index <= lastDearer)
      .map(({ tenantCount }) => tenantCount),
    at: from ?? null,
    before: from === undefined ? null : (all[lastDearer] ?? null),
  };
}

function bothCosts({ tenantCount, costs }: FleetSize, modelId: string, againstId: string): BothCosts {
  const costOf = (id: string) => costs.find((cost) => cost.modelId === id)?.monthlyCost as Money;
  return { tenantCount, monthlyCost: costOf(modelId), againstMonthlyCost: costOf(againstId) };
}
