import { type Message, messageText } from "@nkp-planner/core";
import type { SlidesOptions } from "../slides-options.ts";
import { type FigureWriting, figureWriting } from "./figures.ts";
import { NAMES_DE } from "./names-de.ts";
import { SENTENCES_DE } from "./sentences-de.ts";
import { WORDS_DE } from "./words-de.ts";
import { WORDS_EN, type WordKey } from "./words-en.ts";

/** What marks a sentence in another language than the deck's. */
const ENGLISH_MARK = "[englisch] ";

/** All that a deck says, in its language. */
export interface DeckLanguage extends FigureWriting {
  readonly tag: string;
  /** Of the deck's own words. */
  say(key: WordKey, figures?: Readonly<Record<string, string | number>>): string;
  /** A sentence of core; where the language has none of its own, the English one with a mark. */
  sentence(message: Message): string;
  /** What core calls by English words alone, with the mark where the language has none of its own. */
  marked(text: string): string;
}

/** Whether a text is an English one in a deck of another language. */
export function isMarkedEnglish(text: string): boolean {
  return text.includes(ENGLISH_MARK);
}

/** The words of a language. */
export function deckLanguage(language: SlidesOptions["language"]): DeckLanguage {
  const writing = figureWriting(language);
  const words: Readonly<Record<WordKey, string>> = language === "de" ? WORDS_DE : WORDS_EN;
  const foreign = language === "de" ? ENGLISH_MARK : "";
  return {
    ...writing,
    tag: language === "de" ? "de-DE" : "en-US",
    say: (key, figures = {}) => {
      const text = words[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const figure = figures[name] ?? "";
        return typeof figure === "number" ? writing.number(figure) : figure;
      });
      // A phrase that a sentence begins with; words of the table stand as they are written.
      return words[key].startsWith("{") ? capitalised(text) : text;
    },
    sentence: (message) => {
      if (language === "en") return messageText(message, writing.value);
      const template = SENTENCES_DE[message.key];
      return template === undefined || !hasAll(template, message)
        ? `${foreign}${messageText(message, writing.value)}`
        : messageText({ ...message, template }, writing.value);
    },
    marked: (text) => (language === "en" || NAMES_DE.has(text) ? writing.name(text) : `${foreign}${text}`),
  };
}

/** A template of another day may ask for a figure that the message no longer has. */
function hasAll(template: string, { figures }: Message): boolean {
  return [...template.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => Object.hasOwn(figures, name));
}

/** With a large first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
