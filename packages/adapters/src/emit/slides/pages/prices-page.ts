import { compareMoney, type Money, moneyAsNumber } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { BODY, BODY_OVER_NOTE, NOTE } from "../layout.ts";
import { chartInWords, withAmount } from "./chart-data.ts";
import { type DeckSource, modelsShown } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

/** What a month is priced at by model: what customers see in the place of costs. */
export function pricesPage(source: DeckSource): DeckSlide {
  const { language, planned, comparison } = source;
  const all = modelsShown(source);
  const priced = all.flatMap((plan) => {
    const { monthlyPrice } = plan.totals;
    return monthlyPrice === null ? [] : [{ plan, monthlyPrice }];
  });
  const accent = colourOfModel(planned.model.id);
  const notes = sourceNotes(
    language,
    ["monthlyPrice"],
    all.map(({ model }) => model.id),
  );
  const unknown = language.say("prices.unknown");
  if (priced.length === 0) {
    const text = { kind: "text", box: BODY, text: unknown, points: 18 } as const;
    return { title: language.say("prices.title-unknown"), accent, parts: [text], notes };
  }
  const sorted = priced.map(({ monthlyPrice }) => monthlyPrice).toSorted(compareMoney);
  const [least, most] = [sorted[0] as Money, sorted.at(-1) as Money];
  const categories = priced.map(({ plan, monthlyPrice }) =>
    withAmount(language.name(plan.model.title), language.money(monthlyPrice)),
  );
  const series = [
    {
      name: language.say("prices.series", { currency: comparison.currency }),
      values: priced.map(({ monthlyPrice }) => moneyAsNumber(monthlyPrice)),
      colour: accent,
    },
  ];
  return {
    title: language.say(compareMoney(least, most) === 0 ? "prices.title-same" : "prices.title", {
      least: language.money(least),
      most: language.money(most),
    }),
    accent,
    parts: [
      {
        kind: "chart",
        box: BODY_OVER_NOTE,
        name: "prices",
        altText: language.say("prices.alt", { data: chartInWords(categories, series, language) }),
        categories,
        series,
        format: null,
      },
      ...(priced.length === all.length ? [] : [{ kind: "text", box: NOTE, text: unknown, points: 12 } as const]),
    ],
    notes,
  };
}
