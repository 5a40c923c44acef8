import { findingOf } from "../../base/findings/finding.ts";
import { named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "prices-invented";

/** Prices that nobody may quote. */
export const pricesInvented = defineInputRule({
  id: ID,
  title: "Prices are real",
  judge: ({ context: { priceBook, priceList } }) => [
    ...(priceBook.illustrative
      ? [findingOf(ID, "illustrative-prices", { figures: { book: named(priceBook.id) }, evidence: {} })]
      : []),
    ...(priceList?.illustrative
      ? [findingOf(ID, "illustrative-price-list", { figures: { list: named(priceList.id) }, evidence: {} })]
      : []),
  ],
});
