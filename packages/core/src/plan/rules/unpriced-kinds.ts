import { findingOf } from "../../base/findings/finding.ts";
import { leftOutAs } from "../../prices/left-out.ts";
import { hasRate, isCoveredElsewhere } from "../../prices/price-book.ts";
import { priceKindOf, type RateKind, rateKinds } from "../../prices/price-kinds.ts";
import { list } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "unpriced-kinds";

/** What plans have and a price book may price: what this one has no item for, and what it says that something else pays for. */
export const unpricedKinds = defineInputRule({
  id: ID,
  title: "Everything a plan has is priced",
  judge: ({ context: { priceBook } }) => {
    const isPriced = (kind: RateKind) => hasRate(priceBook, kind) || priceBook.added.some((rate) => rate.kind === kind);
    const missing = rateKinds.flatMap((kind) => {
      const isLeft = !isPriced(kind) && !isCoveredElsewhere(priceBook, kind);
      // Of others a rule looks for what there is.
      return isLeft && typeof priceKindOf(kind).absent === "object" ? (leftOutAs(kind) ?? []) : [];
    });
    const elsewhere = (priceBook.coveredElsewhere ?? []).map(({ appliesTo, by }) => `${leftOutAs(appliesTo)} (${by})`);
    return [
      ...(missing.length === 0
        ? []
        : [findingOf(ID, "without-price", { figures: { kinds: list(missing) }, evidence: { confidence: "unknown" } })]),
      ...(elsewhere.length === 0
        ? []
        : [findingOf(ID, "paid-elsewhere", { figures: { kinds: list(elsewhere) }, evidence: { confidence: "user" } })]),
    ];
  },
});
