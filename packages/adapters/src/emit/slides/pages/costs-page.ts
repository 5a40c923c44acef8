import { compareMoney, costDrivers, costDriverTitle, isZeroMoney, type Money, moneyAsNumber } from "@nkp-planner/core";
import { colourOfModel, DRIVER_COLOURS } from "../colours.ts";
import type { DeckSlide, SlidePart } from "../deck.ts";
import { BODY } from "../layout.ts";
import { chartInWords, partFormat, withAmount } from "./chart-data.ts";
import { type DeckSource, modelsShown } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

/** What a month costs by model and category; internal. */
export function costsPage(source: DeckSource): DeckSlide {
  const { language, planned } = source;
  const plans = modelsShown(source);
  const sorted = plans.map(({ totals }) => totals.monthlyCost).toSorted(compareMoney);
  const [least, most] = [sorted[0] as Money, sorted.at(-1) as Money];
  const categories = plans.map(({ model, totals }) =>
    withAmount(language.name(model.title), language.money(totals.monthlyCost)),
  );
  const series = costDrivers
    .filter((driver) => plans.some(({ totals }) => !isZeroMoney(totals.monthlyCostByDriver[driver])))
    .map((driver) => ({
      name: language.name(costDriverTitle(driver)),
      values: plans.map(({ totals }) => moneyAsNumber(totals.monthlyCostByDriver[driver])),
      colour: DRIVER_COLOURS[driver],
    }));
  const chart: SlidePart = {
    kind: "chart",
    box: BODY,
    name: "costs",
    altText: language.say("costs.alt", { data: chartInWords(categories, series, language) }),
    categories,
    series,
    format: partFormat(series, language),
  };
  return {
    title: language.say(compareMoney(least, most) === 0 ? "costs.title-same" : "costs.title", {
      least: language.money(least),
      most: language.money(most),
    }),
    accent: colourOfModel(planned.model.id),
    parts: [series.length > 0 ? chart : { kind: "text", box: BODY, text: language.say("costs.none"), points: 18 }],
    notes: sourceNotes(
      language,
      ["monthlyCost"],
      plans.map(({ model }) => model.id),
    ),
  };
}
