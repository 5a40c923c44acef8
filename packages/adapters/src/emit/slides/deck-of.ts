import { hasIllustrativePrices } from "@nkp-planner/core";
import type { Deck } from "./deck.ts";
import { clustersPages } from "./pages/clusters-pages.ts";
import { costsPage } from "./pages/costs-page.ts";
import type { DeckSource } from "./pages/deck-source.ts";
import { firstPage } from "./pages/first-page.ts";
import { footprintPage } from "./pages/footprint-page.ts";
import { givesUpPage } from "./pages/gives-up-page.ts";
import { marginsPage } from "./pages/margins-page.ts";
import { modelsPage } from "./pages/models-page.ts";
import { nextPage } from "./pages/next-page.ts";
import { pricesPage } from "./pages/prices-page.ts";
import { restsPage } from "./pages/rests-page.ts";
import { verdictPage } from "./pages/verdict-page.ts";

/** The slides of a plan and the models beside it, in the order in which they are told. */
export function deckOf(source: DeckSource): Deck {
  const { planned, language, isInternal } = source;
  const { input, context } = planned;
  const first = firstPage(source);
  const day = language.say("footer", { release: context.catalog.release.version, day: language.day(input.asOf) });
  const isInvented = hasIllustrativePrices(context, input.tenants);
  return {
    title: first.title,
    asOf: input.asOf,
    languageTag: language.tag,
    footer: isInvented ? `${day} · ${language.say("footer.invented")}` : day,
    slides: [
      first,
      verdictPage(source),
      modelsPage(source),
      footprintPage(source),
      ...(isInternal ? [costsPage(source), marginsPage(source)] : [pricesPage(source)]),
      givesUpPage(source),
      restsPage(source),
      nextPage(source),
      ...clustersPages(source),
    ],
  };
}
