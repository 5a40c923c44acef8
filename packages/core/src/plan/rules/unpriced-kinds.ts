import { findingOf } from "../../base/findings/finding.ts";
import { hasRate } from "../../prices/price-book.ts";
import { priceKindOf, type RateKind, rateKinds } from "../../prices/price-kinds.ts";
import { list } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "unpriced-kinds";

/** What plans have and a price book may price, and this one does not. */
export const unpricedKinds = defineInputRule({
  id: ID,
  title: "Everything a plan has is priced",
  judge: ({ context: { priceBook } }) => {
    const isPriced = (kind: RateKind) => hasRate(priceBook, kind) || priceBook.added.some((rate) => rate.kind === kind);
    const kinds = rateKinds.flatMap((kind) => {
      const { absent } = priceKindOf(kind);
      return typeof absent === "object" && "leftOutAs" in absent && !isPriced(kind) ? [absent.leftOutAs] : [];
    });
    if (kinds.length === 0) return [];
    return [findingOf(ID, "without-price", { figures: { kinds: list(kinds) }, evidence: { confidence: "unknown" } })];
  },
});
