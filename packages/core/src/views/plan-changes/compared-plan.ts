import type { FindingKind, Severity } from "../../base/findings/kinds.ts";
import type { Money } from "../../base/money.ts";
import type { TenantEconomics } from "../../plan/totals/margin.ts";
import type { PlanTotals } from "../../plan/totals/totals.ts";

/** What of a plan is held against another one: a plan document has it, whoever made it and when. */
export interface PlanToCompare<Said extends FindingToCompare = FindingToCompare> {
  readonly modelId: string;
  readonly title: string;
  readonly totals: PlanTotals;
  readonly clusters: readonly ClusterToCompare[];
  readonly tenants: readonly TenantToCompare[];
  readonly findings: readonly Said[];
  readonly costs: readonly LineToCompare[];
  readonly oneTimeCosts: readonly LineToCompare[];
}

export interface ClusterToCompare {
  readonly name: string;
  readonly role: string;
  readonly edition: string;
  readonly tenantIds: readonly string[];
  readonly managedBy: string | null;
  readonly pools: readonly PoolToCompare[];
}

/** How many nodes of which shape. */
export interface PoolSize {
  readonly nodeCount: number;
  readonly vcpuPerNode: number;
  readonly memoryGiBPerNode: number;
  readonly diskGiBPerNode: number;
  readonly extendedPerNode?: Readonly<Record<string, number>> | undefined;
}

export interface PoolToCompare extends PoolSize {
  readonly name: string;
  readonly role: string;
}

/** What a tenant costs, pays and leaves. */
export type TenantMoney = Pick<TenantEconomics, "monthlyCost" | "monthlyPrice" | "monthlyMargin" | "marginRatio">;

export interface TenantToCompare extends TenantMoney {
  readonly tenantId: string;
  readonly name: string;
}

/** A statement about a plan, as documents have it. */
export interface FindingToCompare {
  readonly ruleId: string;
  readonly code: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly statement: string;
  readonly message: { readonly key: string; readonly figures: Readonly<Record<string, unknown>> };
  readonly subject: unknown;
}

/** A line of the bill, as far as its price goes. */
export interface LineToCompare {
  readonly sku: string;
  readonly unit: string;
  readonly unitPrice: Money;
}
