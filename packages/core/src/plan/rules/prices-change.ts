import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { IsoDate } from "../../base/provenance.ts";
import { list, named, text } from "./figures.ts";
import { defineInputRule, type JudgedInput } from "./rule.ts";

const ID = "prices-change";
/** So many prices of one change are named. */
const MOST_NAMED = 5;

/**
 * Prices that were others before the day of the plan, and those that do not hold for ever: from when on they are others,
 * of each file for the first time.
 */
export const pricesChange = defineInputRule({
  id: ID,
  title: "Prices are the same before and after the day of the plan",
  judge: ({ input: { asOf }, context }) => [
    ...changesIn(context, "prices-changed", (from) => from <= asOf).flat(),
    ...changesIn(context, "prices-change-later", (from) => from > asOf).flatMap((changes) => changes.slice(0, 1)),
  ],
});

/** What changes in the price book on days that are meant, and in the price list. */
export function changesIn(
  { priceBook, priceList }: JudgedInput["context"],
  code: "prices-change" | "prices-changed" | "prices-change-later",
  isMeant: (from: IsoDate) => boolean,
): readonly (readonly Finding[])[] {
  return [priceBook, priceList].map((prices) =>
    (prices?.periods ?? []).flatMap(({ id, since, brought = [] }) => {
      if (since === undefined || !isMeant(since)) return [];
      const left = brought.length - MOST_NAMED;
      const changes = list([...brought.slice(0, MOST_NAMED), ...(left > 0 ? [`${left} others`] : [])]);
      return [findingOf(ID, code, { figures: { prices: named(id), from: text(since), changes }, evidence: {} })];
    }),
  );
}
