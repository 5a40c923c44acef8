import type { EmitWork, FleetToEmit } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import type { Deck } from "./deck.ts";
import { deckOf } from "./deck-of.ts";
import { slidesFindings } from "./deck-texts.ts";
import { drawDeck } from "./draw/draw-deck.ts";
import { type AltTexts, fixedPackage } from "./draw/fixed-package.ts";
import { loadLibrary } from "./draw/library.ts";
import { cleanText } from "./fill/clean-text.ts";
import { deckLanguage } from "./language/deck-language.ts";
import type { slidesOptions } from "./slides-options.ts";

/** One file, named by whom it is for and its language. */
export async function emitSlides({ fleet, options, findings }: EmitWork<typeof slidesOptions>): Promise<Emitted> {
  // An adapter of fleets is not called without one.
  const { planned, comparison } = fleet as FleetToEmit;
  const { audience, language, fleetName } = options;
  const deck = deckOf({
    planned,
    comparison: comparison(),
    language: deckLanguage(language),
    isInternal: audience === "internal",
    fleetName,
    findings,
  });
  const drawn = await drawDeck(deck, await loadLibrary());
  return {
    files: [
      { path: `nkp-planner-${audience}-${language}.pptx`, bytes: fixedPackage(drawn, deck.asOf, altTextsOf(deck)) },
    ],
    findings: slidesFindings(deck, audience),
  };
}

/** Charts bring theirs along. */
function altTextsOf({ slides }: Deck): AltTexts {
  return new Map(
    slides.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === "table" ? [[part.name, cleanText(part.altText)] as const] : [])),
    ),
  );
}
