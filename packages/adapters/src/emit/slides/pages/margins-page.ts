import { compareMoney, isNegativeMoney, moneyAsNumber } from "@nkp-planner/core";
import { colourOfModel, GAIN, LOSS } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { cleanText } from "../fill/clean-text.ts";
import { cutToLines } from "../fill/text-width.ts";
import { BODY, BODY_OVER_NOTE, NOTE } from "../layout.ts";
import { chartInWords, withAmount } from "./chart-data.ts";
import type { DeckSource } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

const MOST_TENANTS = 14;
/** Beside the bars, in inches and points. */
const LABEL_WIDTH = 2.6;
const LABEL_POINTS = 12;

/** What each tenant leaves in this plan, the smallest first; internal. */
export function marginsPage({ planned, language }: DeckSource): DeckSlide {
  const { tenants, model, currency } = planned;
  const priced = tenants
    .flatMap(({ tenantId, name, monthlyMargin }) => (monthlyMargin === null ? [] : [{ tenantId, name, monthlyMargin }]))
    .toSorted((a, b) => compareMoney(a.monthlyMargin, b.monthlyMargin));
  const accent = colourOfModel(model.id);
  const title = language.name(model.title);
  const unpriced = tenants.length - priced.length;
  if (priced.length === 0) {
    const text = { kind: "text", box: BODY, text: language.say("prices.unknown"), points: 18 } as const;
    return { title: language.say("margins.title-unknown"), accent, parts: [text], notes: [] };
  }
  const shown = priced.slice(0, MOST_TENANTS);
  const losses = priced.filter(({ monthlyMargin }) => isNegativeMoney(monthlyMargin)).length;
  const categories = shown.map(({ name, monthlyMargin }) =>
    withAmount(cutToLines(cleanText(name), LABEL_WIDTH, LABEL_POINTS, 1), language.amount(monthlyMargin)),
  );
  const values = shown.map(({ monthlyMargin }) => moneyAsNumber(monthlyMargin));
  const series = [
    {
      name: language.say("margins.gain", { currency }),
      values: values.map((value) => Math.max(value, 0)),
      colour: GAIN,
    },
    {
      name: language.say("margins.loss", { currency }),
      values: values.map((value) => Math.min(value, 0)),
      colour: LOSS,
    },
  ];
  const left = priced.length - shown.length;
  const note = [
    ...(left > 0 ? [language.say("margins.more", { count: shown.length, more: left })] : []),
    ...(unpriced > 0 ? [language.say("margins.unpriced", { count: unpriced })] : []),
  ].join(" ");
  return {
    title:
      losses > 0
        ? language.say("margins.title-losses", { count: losses, all: tenants.length, model: title })
        : language.say("margins.title-none", { model: title }),
    accent,
    parts: [
      {
        kind: "chart",
        box: note === "" ? BODY : BODY_OVER_NOTE,
        name: "margins",
        altText: language.say("margins.alt", { data: chartInWords(categories, series, language) }),
        categories,
        series,
        format: null,
      },
      ...(note === "" ? [] : [{ kind: "text", box: NOTE, text: note, points: 12 } as const]),
    ],
    notes: sourceNotes(
      language,
      shown.map(({ tenantId }) => `tenant.${tenantId}.monthlyMargin`),
      [model.id],
    ),
  };
}
