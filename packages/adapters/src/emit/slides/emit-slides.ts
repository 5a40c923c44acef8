import type { EmitWork, FleetToEmit } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import type { Deck } from "./deck.ts";
import { deckOf } from "./deck-of.ts";
import { slidesFindings } from "./deck-texts.ts";
import { chartWorkbook } from "./draw/chart-workbook.ts";
import { drawDeck } from "./draw/draw-deck.ts";
import { fixedPackage, type PackageWords } from "./draw/fixed-package.ts";
import { loadLibrary } from "./draw/library.ts";
import { chartLabels } from "./fill/chart-labels.ts";
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
  const { asOf, languageTag } = deck;
  const words = { asOf, languageTag, altTexts: altTextsOf(deck), workbooks: await workbooksOf(deck) };
  return {
    files: [{ path: `nkp-planner-${audience}-${language}.pptx`, bytes: fixedPackage(drawn, words) }],
    findings: slidesFindings(deck, audience),
  };
}

const partsOf = ({ slides }: Deck) => slides.flatMap(({ parts }) => parts);

/** Charts bring theirs along. */
function altTextsOf(deck: Deck): PackageWords["altTexts"] {
  return new Map(
    partsOf(deck).flatMap((part) => (part.kind === "table" ? [[part.name, cleanText(part.altText)] as const] : [])),
  );
}

async function workbooksOf(deck: Deck): Promise<PackageWords["workbooks"]> {
  const charts = partsOf(deck).filter((part) => part.kind === "chart");
  const written = await Promise.all(charts.map((chart) => chartWorkbook(chart, chartLabels(chart), deck.asOf)));
  return Object.fromEntries(written.map((bytes, index) => [`${index + 1}`, bytes]));
}
