/** A deck before it is drawn: what stands on each slide, and where. Lengths are inches, as PowerPoint's own. */
export interface Deck {
  readonly title: string;
  readonly asOf: string;
  /** Of its texts, as documents name it: `de-DE`. */
  readonly languageTag: string;
  /** Below every slide. */
  readonly footer: string;
  readonly slides: readonly DeckSlide[];
}

export interface DeckSlide {
  /** The finding of the slide, in a sentence. */
  readonly title: string;
  readonly isFirst?: boolean;
  /** Colour of what the slide is about, without `#`. */
  readonly accent: string;
  readonly parts: readonly SlidePart[];
  /** What a speaker should know, a line each. */
  readonly notes: readonly string[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type SlidePart = TextPart | ListPart | TablePart | ChartPart;

export interface TextPart {
  readonly kind: "text";
  readonly box: Box;
  readonly text: string;
  readonly points: number;
  readonly colour?: string;
  readonly isBold?: boolean;
}

/** Sentences, one below the other; those that find no room are counted in its last line. */
export interface ListPart {
  readonly kind: "list";
  readonly box: Box;
  readonly items: readonly string[];
  readonly points: number;
  readonly more: (left: number) => string;
}

export interface TablePart {
  readonly kind: "table";
  readonly box: Box;
  /** By which a reader of the file finds it; once in a deck. */
  readonly name: string;
  readonly altText: string;
  readonly columnWidths: readonly number[];
  /** The first is its head. */
  readonly rows: readonly (readonly TableEntry[])[];
  readonly points: number;
}

export interface TableEntry {
  readonly text: string;
  readonly colour?: string;
  readonly isBold?: boolean;
  readonly isNumber?: boolean;
}

/** Bars, one a category, with a part for each series. */
export interface ChartPart {
  readonly kind: "chart";
  readonly box: Box;
  readonly name: string;
  readonly altText: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** How the parts of a bar are written, as spreadsheets say it; null: they are not, the category tells the amount. */
  readonly format: string | null;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: string;
}
