import { findingOf } from "../../base/findings/finding.ts";
import { choiceOf } from "../../input/parameters.ts";
import { count, list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "tenants-prices";

/** Whose price is agreed, and whose is not known. */
export const tenantsPrices = defineInputRule({
  id: ID,
  title: "Every tenant has a price",
  judge: ({ input: { tenants }, context: { priceList, choices } }) => {
    const agreed = tenants.filter(({ monthlyPrice }) => monthlyPrice !== null);
    if (priceList === undefined) {
      const without = tenants.filter(({ monthlyPrice }) => monthlyPrice === null).map(({ name }) => name);
      if (without.length === 0) return [];
      const figures = { tenants: list(without) };
      return [findingOf(ID, "tenants-without-price", { figures, evidence: { confidence: "unknown" } })];
    }
    if (agreed.length === 0 || choiceOf(choices, "agreed-prices").chosen !== "kept") return [];
    const figures = { agreed: count(agreed.length), all: count(tenants.length), list: named(priceList.id) };
    return [findingOf(ID, "agreed-before-listed", { figures, evidence: { confidence: "user" } })];
  },
});
