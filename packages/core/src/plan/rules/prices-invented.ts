import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { MessageValue } from "../../base/findings/messages.ts";
import type { Tenant } from "../../input/fleet.ts";
import { paysInventedAgreed } from "../../price-list/invented-prices.ts";
import type { PlanningContext } from "../../price-list/planning-context.ts";
import { paysAgreedPrice } from "../../price-list/tenant-prices.ts";
import type { InventedPrices } from "../../prices/invented-items.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "prices-invented";

/** That prices agreed with any of these tenants are invented, where they are paid: with whom, where others' are real. */
export function inventedAgreed(tenants: readonly Tenant[], context: PlanningContext): readonly Finding[] {
  const agreed = tenants.filter((tenant) => paysAgreedPrice(tenant, context));
  const invented = agreed.filter((tenant) => paysInventedAgreed([tenant], context));
  if (invented.length === 0) return [];
  if (invented.length === agreed.length) return [findingOf(ID, "illustrative-agreed-prices")];
  const figures = { tenants: list(invented.map(({ name }) => name)) };
  return [findingOf(ID, "illustrative-agreed-prices.some", { figures })];
}

/** That prices of a file are invented: which, where others are not. */
function inventedIn(
  { illustrative, inventedSkus }: InventedPrices,
  key: "illustrative-prices" | "illustrative-price-list",
  file: Readonly<Record<string, MessageValue>>,
): readonly Finding[] {
  if (!illustrative) return [];
  if (inventedSkus === undefined) return [findingOf(ID, key, { figures: file, evidence: {} })];
  return [findingOf(ID, `${key}.some`, { figures: { ...file, items: list(inventedSkus) }, evidence: {} })];
}

/** Prices that nobody may quote. */
export const pricesInvented = defineInputRule({
  id: ID,
  title: "Prices are real",
  judge: ({ input: { tenants }, context, context: { priceBook, priceList } }) => [
    ...inventedIn(priceBook, "illustrative-prices", { book: named(priceBook.id) }),
    ...(priceList === undefined ? [] : inventedIn(priceList, "illustrative-price-list", { list: named(priceList.id) })),
    ...inventedAgreed(tenants, context),
  ],
});
