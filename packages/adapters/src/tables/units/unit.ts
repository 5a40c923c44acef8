import type { Typed } from "../tenant-draft.ts";

/** What the numbers of a column count in: how heads and cells name it, and how a fleet file writes it. */
export interface Unit {
  /** What a number alone counts in, as a fleet file writes it behind the number: `Gi` for sizes. Often empty. */
  readonly usual: string;
  /** Whether there are no fractions of it. */
  readonly isWhole?: boolean;
  /** Whether it is money, whose heads and cells may name a currency. */
  readonly isMoney?: boolean;
  /**
   * What a head says beside its unit; several where the same words can be meant in several ways, the likelier first.
   * @param signs of currencies in the head, each with the currencies that it may stand for; only heads of money have any
   */
  inHead(words: string, signs: readonly (readonly string[])[]): readonly HeadUnit[];
  /** A cell without what names its unit. */
  inCell(text: string): CellParts;
  /** A number, with a point before its fraction, and its unit as a fleet file holds them. */
  valueOf(number: string, suffix: string): Typed;
  /** The same the other way round; undefined where the value is no such number: it is shown as it is. */
  partsOf(value: string): ShownParts | undefined;
}

export interface HeadUnit {
  /** The words that are left: the name of the column. */
  readonly rest: string;
  /** What follows a bare number below that head; undefined: as usual. */
  readonly suffix?: string;
  /**
   * What the head of an amount may mean by the word or sign that stands where a currency does: several for `$`. Whether
   * a word is one, the reader of CSV knows.
   */
  readonly currencies?: readonly string[];
}

export interface CellParts {
  /** As it was written: which sign is before its fraction, the table or the locale tells. */
  readonly number: string;
  /** The cell's own unit as a fleet file writes it; undefined: as its head says. */
  readonly suffix?: string;
  /** What its currency may be; none: that of a sign that is not known. undefined: it names none. */
  readonly currencies?: readonly string[];
  /** As it is written: `$`. */
  readonly sign?: string;
}

export interface ShownParts {
  readonly number: string;
  /** undefined: the usual one. */
  readonly suffix?: string;
}

/** Digits, and a point before the fraction. */
const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

/** Anything that is shown as the number it is. */
export function partsOfNumber(value: string): ShownParts | undefined {
  return PLAIN_NUMBER.test(value) ? { number: value } : undefined;
}

/** A number that a double keeps as a number; other text as it is, so that the planner can say what is wrong with it. */
export function asNumber(text: string): Typed {
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}

/**
 * `1,5 TiB` → `1,5` and what `suffixOf` makes of `TiB`.
 *
 * @param suffixOf undefined where the letters name no such unit: then the text is no number of it
 */
export function quantityParts(text: string, suffixOf: (letters: string) => string | undefined): CellParts {
  const [, number = text, letters = ""] = /^(.*\d)\s*([A-Za-z]+)$/.exec(text) ?? [];
  if (letters === "") return { number };
  const suffix = suffixOf(letters);
  return suffix === undefined ? { number: text } : { number, suffix };
}

/** One space between words, none around them. */
export function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
