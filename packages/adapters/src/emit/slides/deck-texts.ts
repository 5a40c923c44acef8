import { type Finding, type Statements, statementOf } from "@nkp-planner/core";
import type { Deck } from "./deck.ts";
import { isMarkedEnglish } from "./language/deck-language.ts";
import type { SlidesOptions } from "./slides-options.ts";

/** What is said beside a deck. */
const SLIDES_TEXTS = {
  "english-sentences": {
    kind: "reading",
    text: "Of the deck's sentences {count} have no German words yet: they stand in English, marked [englisch].",
    help: "Write them in German in the file before you show it.",
  },
  "customers-see-all": {
    kind: "reading",
    text: "The deck is of the whole fleet and names tenants: it is for the one who orders all of them, not for each.",
    help: "Give a single tenant a quote.",
  },
} as const satisfies Statements;

const ID = "slides";

/** What somebody must know who shows the deck. */
export function slidesFindings(deck: Deck, audience: SlidesOptions["audience"]): readonly Finding[] {
  const count = sentencesOf(deck).filter(isMarkedEnglish).length;
  return [
    ...(count > 0
      ? [statementOf(SLIDES_TEXTS, ID, "english-sentences", { figures: { count: { kind: "number", value: count } } })]
      : []),
    ...(audience === "customer" ? [statementOf(SLIDES_TEXTS, ID, "customers-see-all")] : []),
  ];
}

function sentencesOf({ slides }: Deck): readonly string[] {
  return slides.flatMap(({ title, parts }) => [
    title,
    ...parts.flatMap((part) => (part.kind === "list" ? part.items : part.kind === "text" ? [part.text] : [])),
  ]);
}
