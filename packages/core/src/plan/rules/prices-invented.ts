import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { Tenant } from "../../input/fleet.ts";
import { paysInventedAgreed } from "../../price-list/invented-prices.ts";
import type { PlanningContext } from "../../price-list/planning-context.ts";
import { named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "prices-invented";

/** That prices agreed with any of these tenants are invented, where they are paid. */
export function inventedAgreed(tenants: readonly Tenant[], context: PlanningContext): readonly Finding[] {
  return paysInventedAgreed(tenants, context) ? [findingOf(ID, "illustrative-agreed-prices")] : [];
}

/** Prices that nobody may quote. */
export const pricesInvented = defineInputRule({
  id: ID,
  title: "Prices are real",
  judge: ({ input: { tenants }, context, context: { priceBook, priceList } }) => [
    ...(priceBook.illustrative
      ? [findingOf(ID, "illustrative-prices", { figures: { book: named(priceBook.id) }, evidence: {} })]
      : []),
    ...(priceList?.illustrative
      ? [findingOf(ID, "illustrative-price-list", { figures: { list: named(priceList.id) }, evidence: {} })]
      : []),
    ...inventedAgreed(tenants, context),
  ],
});
