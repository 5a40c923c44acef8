import { hasIllustrativePrices } from "@nkp-planner/core";
import { colourOfModel, INK, LOSS, QUIET_INK } from "../colours.ts";
import type { DeckSlide, TextPart } from "../deck.ts";
import type { WordKey } from "../language/words-en.ts";
import { FIRST_LINES } from "../layout.ts";
import type { DeckSource } from "./deck-source.ts";

const LINE_HEIGHT = 0.45;
const POINTS = 18;

/** Of none, of one. */
const TITLES: readonly WordKey[] = ["first.title-none", "first.title-one"];

/** The question, of which fleet and day, and for whom the deck is. */
export function firstPage({ planned, language, isInternal, fleetName }: DeckSource): DeckSlide {
  const { input, context, model } = planned;
  const count = input.tenants.length;
  const isInvented = hasIllustrativePrices(context, input.tenants);
  const lines: readonly (readonly [string, string])[] = [
    ...(fleetName === undefined ? [] : [[fleetName, INK] as const]),
    [language.say("first.day", { day: language.day(input.asOf), release: context.catalog.release.version }), QUIET_INK],
    [language.say(isInternal ? "first.internal" : "first.customer"), QUIET_INK],
    ...(isInvented ? [[language.say(isInternal ? "invented" : "invented.customer"), LOSS] as const] : []),
  ];
  return {
    isFirst: true,
    title: language.say(TITLES[count] ?? "first.title", { count }),
    accent: colourOfModel(model.id),
    parts: lines.map(
      ([text, colour], index): TextPart => ({
        kind: "text",
        box: { ...FIRST_LINES, y: FIRST_LINES.y + index * LINE_HEIGHT, h: LINE_HEIGHT },
        text,
        points: POINTS,
        colour,
      }),
    ),
    notes: [language.say("note.source"), "nkp-planner compare FLEET"],
  };
}
