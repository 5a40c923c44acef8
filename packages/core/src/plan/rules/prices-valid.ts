import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { IsoDate } from "../../base/provenance.ts";
import { named, text } from "./figures.ts";
import { defineInputRule, type JudgedInput } from "./rule.ts";

const ID = "prices-valid";

/** Prices that do not hold on the day of the plan. */
export const pricesValid = defineInputRule({
  id: ID,
  title: "Prices hold on the day of the plan",
  judge: ({ input: { asOf }, context }) => pricesOutOf(asOf, context),
});

/** Price books and price lists that do not hold on a day. */
export function pricesOutOf(day: IsoDate, { priceBook, priceList }: JudgedInput["context"]): readonly Finding[] {
  return [priceBook, ...(priceList === undefined ? [] : [priceList])]
    .filter(({ validFrom, validUntil }) => day < validFrom || (validUntil !== null && day > validUntil))
    .map(({ id, validFrom, validUntil }) =>
      findingOf(ID, validUntil === null ? "prices-not-valid" : "prices-not-valid.until", {
        figures: { prices: named(id), from: text(validFrom), until: text(validUntil ?? ""), day: text(day) },
        evidence: {},
      }),
    );
}
