import { findingOf } from "../../base/findings/finding.ts";
import { text } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "exchange-rates";

/** By which rate prices in another currency were converted. */
export const exchangeRates = defineInputRule({
  id: ID,
  title: "Prices in other currencies are converted at a dated rate",
  judge: ({ context: { priceBook, priceList } }) =>
    [...priceBook.converted, ...(priceList?.convertedAt ? [priceList.convertedAt] : [])].map(
      ({ from, to, rate, on, source }) =>
        findingOf(ID, "exchange-rate", {
          figures: { from: text(from), to: text(to), rate: text(String(rate)), day: text(on) },
          evidence: { confidence: "user", note: source },
        }),
    ),
});
