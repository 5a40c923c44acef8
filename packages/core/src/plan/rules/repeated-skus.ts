import { findingOf } from "../../base/findings/finding.ts";
import { allRates } from "../../prices/price-book.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "repeated-skus";

/** One SKU for several items of a price book: each is billed, and none can be named. */
export const repeatedSkus = defineInputRule({
  id: ID,
  title: "Every item of the price book has a SKU of its own",
  judge: ({ context: { priceBook } }) => {
    const rates = allRates(priceBook);
    const skus = new Set(rates.map(({ sku }) => sku));
    return [...skus].flatMap((sku) => {
      const names = rates.filter((rate) => rate.sku === sku).map(({ name }) => name);
      if (names.length === 1) return [];
      const figures = { sku: named(sku), names: list(names), book: named(priceBook.id) };
      return [findingOf(ID, "sku-repeated", { figures, evidence: {} })];
    });
  },
});
