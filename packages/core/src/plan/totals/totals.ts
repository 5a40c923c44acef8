import type { CurrencyCode } from "../../base/currency.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import { addedTotals } from "./added-totals.ts";
import { costTotals } from "./cost-totals.ts";
import { infrastructureTotals } from "./infrastructure-totals.ts";
import { marginTotals } from "./margin-totals.ts";
import { sizeTotals } from "./size-totals.ts";
import type { TotalTable, ValuesOf } from "./total-definition.ts";
import { type PlanParts, totalPartsOf } from "./total-parts.ts";

/** Every total of a plan, in the order of documents. */
export const TOTALS = {
  ...sizeTotals,
  ...addedTotals,
  ...infrastructureTotals,
  ...costTotals,
  ...marginTotals,
} as const satisfies TotalTable;

export type TotalId = keyof typeof TOTALS;

/** The totals that are numbers of something. */
export type SizeId = {
  [Id in TotalId]: (typeof TOTALS)[Id] extends { readonly kind: "count" | "amount" } ? Id : never;
}[TotalId];

/** A plan in one column. What each total means stands in its definition. */
export type PlanTotals = ValuesOf<typeof TOTALS>;

/** All totals of a plan. */
export function totalsOf(parts: PlanParts, platform: PlatformContext, currency: CurrencyCode): PlanTotals {
  const given = totalPartsOf(parts, platform, currency);
  return Object.fromEntries(Object.entries(TOTALS).map(([id, one]) => [id, one.of(given)])) as unknown as PlanTotals;
}
