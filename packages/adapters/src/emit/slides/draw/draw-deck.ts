import { INK, LINE, QUIET_INK } from "../colours.ts";
import type { Box, Deck, DeckSlide, ListPart, SlidePart, TableEntry, TablePart, TextPart } from "../deck.ts";
import { cleanText } from "../fill/clean-text.ts";
import { BULLET_WIDTH, fittedList, SPACE_BEFORE } from "../fill/fitted-list.ts";
import { cutToLines, lineCount, textWidth } from "../fill/text-width.ts";
import { ACCENT, FIRST_ACCENT, FIRST_TITLE, FOOTER, PAGE, SLIDE_NUMBER, TITLE } from "../layout.ts";
import { drawChart } from "./draw-chart.ts";
import type { Library, LibraryFile, LibrarySlide } from "./library.ts";

const FONT = "Arial";
const PAPER = "FFFFFF";
const TITLE_SIZES = [28, 26, 24, 22, 20] as const;
const FIRST_SIZES = [40, 36, 32] as const;
const SMALL = 10;
const POINTS_PER_INCH = 72;
const LAYOUTS = { first: "First", content: "Content" } as const;

/**
 * A deck as the library writes it: not yet the same bytes every time.
 * @see https://gitbrent.github.io/PptxGenJS/docs/quick-start/
 */
export async function drawDeck(deck: Deck, Library: Library): Promise<Uint8Array> {
  const file = new Library();
  file.defineLayout({ name: "wide", width: PAGE.w, height: PAGE.h });
  file.layout = "wide";
  file.title = cleanText(deck.title);
  file.subject = cleanText(deck.footer);
  for (const name of ["author", "company"] as const) file[name] = "nkp-planner";
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  defineLayouts(file);
  for (const slide of deck.slides) drawSlide(file, slide, deck);
  return (await file.write({ outputType: "uint8array" })) as Uint8Array;
}

function defineLayouts(file: LibraryFile): void {
  const title = (box: Box, points: number) => ({
    placeholder: {
      options: {
        ...{ name: "title", type: "title" as const, ...box, margin: 0, align: "left" as const, valign: "top" as const },
        ...{ fontFace: FONT, fontSize: points, bold: true, color: INK },
      },
      text: "",
    },
  });
  const base = { background: { color: PAPER } };
  file.defineSlideMaster({ ...base, title: LAYOUTS.first, objects: [title(FIRST_TITLE, FIRST_SIZES[0])] });
  file.defineSlideMaster({
    ...base,
    title: LAYOUTS.content,
    objects: [title(TITLE, TITLE_SIZES[0])],
    slideNumber: { ...SLIDE_NUMBER, fontFace: FONT, fontSize: SMALL, color: QUIET_INK, align: "right" },
  });
}

function drawSlide(file: LibraryFile, page: DeckSlide, deck: Deck): void {
  const isFirst = page.isFirst === true;
  const slide = file.addSlide({ masterName: isFirst ? LAYOUTS.first : LAYOUTS.content });
  const box = isFirst ? FIRST_TITLE : TITLE;
  const { text, points } = fittedTitle(cleanText(page.title), box, isFirst ? FIRST_SIZES : TITLE_SIZES);
  // Of the whole box the layout's size would hold.
  slide.addText([{ text, options: { fontSize: points } }], { placeholder: "title", lang: deck.languageTag });
  slide.addShape("rect", { ...(isFirst ? FIRST_ACCENT : ACCENT), fill: { color: page.accent }, objectName: "accent" });
  for (const part of page.parts) drawPart(slide, part, deck.languageTag);
  if (!isFirst)
    drawText(
      slide,
      { kind: "text", box: FOOTER, text: deck.footer, points: SMALL, colour: QUIET_INK },
      deck.languageTag,
    );
  if (page.notes.length > 0) slide.addNotes(page.notes.map(cleanText).join("\n"));
}

/** A title in one line where a size is small enough for it, else in two; cut where it is longer still. */
function fittedTitle(text: string, { w }: Box, sizes: readonly number[]) {
  const fitting = [1, 2].map((lines) => sizes.find((size) => lineCount(text, w, size, true) <= lines));
  const points = fitting.find((size) => size !== undefined) ?? (sizes.at(-1) as number);
  return { text: cutToLines(text, w, points, 2, true), points };
}

function drawPart(slide: LibrarySlide, part: SlidePart, lang: string): void {
  switch (part.kind) {
    case "text":
      drawText(slide, part, lang);
      break;
    case "list":
      drawList(slide, part, lang);
      break;
    case "table":
      drawTable(slide, part, lang);
      break;
    case "chart":
      drawChart(slide, part, FONT);
      break;
  }
}

function drawText(
  slide: LibrarySlide,
  { box, text, points, colour = QUIET_INK, isBold = false }: TextPart,
  lang: string,
): void {
  const lines = Math.max(1, Math.floor((box.h * POINTS_PER_INCH) / (points * 1.25)));
  const said = cutToLines(cleanText(text), box.w, points, lines, isBold);
  const look = { fontFace: FONT, fontSize: points, color: colour, bold: isBold, lang };
  slide.addText(said, { ...box, ...look, margin: 0, align: "left", valign: "top", fit: "none" });
}

function drawList(slide: LibrarySlide, part: ListPart, lang: string): void {
  const { items, points } = fittedList({ ...part, items: part.items.map(cleanText) });
  const indent = BULLET_WIDTH * POINTS_PER_INCH;
  slide.addText(
    items.map((text, index) => ({
      text,
      options: { bullet: { indent }, breakLine: true, paraSpaceBefore: index === 0 ? 0 : SPACE_BEFORE },
    })),
    { ...part.box, fontFace: FONT, fontSize: points, color: INK, lang, margin: 0, align: "left", valign: "top" },
  );
}

const ROW_HEIGHT = 0.3;
const LARGEST_ROW = 0.42;
const CELL_MARGIN = 0.08;
const SMALLEST = 9;

function drawTable(
  slide: LibrarySlide,
  { box, name, altText: _, columnWidths, rows, points }: TablePart,
  lang: string,
): void {
  const height = Math.min(LARGEST_ROW, Math.max(ROW_HEIGHT, box.h / rows.length));
  const roomIn = (index: number) => (columnWidths[index] ?? 1) - 2 * CELL_MARGIN;
  const bottom = { type: "solid", pt: 0.75, color: LINE } as const;
  const none = { type: "none" } as const;
  slide.addTable(
    rows.map((row) => {
      const size = Math.min(...row.map((cell, index) => fittedPoints(cell, roomIn(index), points)));
      return row.map(({ text, colour = INK, isBold = false, isNumber = false }, index) => {
        const said = cutToLines(cleanText(text), roomIn(index), size, 1, isBold);
        const align = isNumber ? ("right" as const) : ("left" as const);
        return { text: said, options: { color: colour, bold: isBold, align, fontSize: size } };
      });
    }),
    {
      ...{ x: box.x, y: box.y, w: box.w, colW: [...columnWidths], rowH: rows.map(() => height) },
      ...{ fontFace: FONT, fontSize: points, lang, objectName: name, valign: "middle" },
      margin: [0, CELL_MARGIN, 0, CELL_MARGIN],
      border: [none, none, bottom, none],
    },
  );
}

/** The largest size, down to the smallest that can be read, at which a cell stays on its line. */
function fittedPoints({ text, isBold = false }: TableEntry, width: number, points: number): number {
  const clean = cleanText(text);
  for (let size = points; size > SMALLEST; size -= 1) if (textWidth(clean, size, isBold) <= width) return size;
  return SMALLEST;
}
