import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { IsoDate } from "../../base/provenance.ts";
import type { DatedPrices } from "../../prices/price-file.ts";
import { named, text } from "./figures.ts";
import { definePriceRule } from "./rule.ts";

const ID = "prices-valid";

/** Prices that do not hold on the day of the plan. */
export const pricesValid = definePriceRule({
  id: ID,
  title: "Prices hold on the day of the plan",
  judge: ({ input: { asOf }, context: { priceBook, priceList } }) =>
    [priceBook, ...(priceList === undefined ? [] : [priceList])].flatMap((prices) => notValidOn(asOf, prices)),
});

/** That a price book or price list does not hold on a day, or nothing where it does. */
export function notValidOn(day: IsoDate, { id, validFrom, validUntil }: DatedPrices): readonly Finding[] {
  if (day >= validFrom && (validUntil === null || day <= validUntil)) return [];
  const figures = { prices: named(id), from: text(validFrom), until: text(validUntil ?? ""), day: text(day) };
  const key = validUntil === null ? "prices-not-valid" : "prices-not-valid.until";
  return [findingOf(ID, key, { figures, evidence: {} })];
}
