import { findingOf } from "../../base/findings/finding.ts";
import { named, text } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "prices-valid";

/** Prices that do not hold on the day of the plan. */
export const pricesValid = defineInputRule({
  id: ID,
  title: "Prices hold on the day of the plan",
  judge: ({ input: { asOf }, context: { priceBook, priceList } }) =>
    [priceBook, ...(priceList === undefined ? [] : [priceList])]
      .filter(({ validFrom, validUntil }) => asOf < validFrom || (validUntil !== null && asOf > validUntil))
      .map(({ id, validFrom, validUntil }) =>
        findingOf(ID, validUntil === null ? "prices-not-valid" : "prices-not-valid.until", {
          figures: { prices: named(id), from: text(validFrom), until: text(validUntil ?? ""), day: text(asOf) },
          evidence: {},
        }),
      ),
});
