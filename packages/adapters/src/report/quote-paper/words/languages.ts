import { de } from "./de.ts";
import { en } from "./en.ts";
import type { QuoteWords } from "./quote-words.ts";

/** The languages of quotes, the usual one first. A new one is one file and one line here. */
export const quoteLanguages: readonly QuoteWords[] = [en, de];

/** The words of the language in which numbers are written: `de-CH` → German; without one English. */
export function quoteWordsFor(locale: string): QuoteWords {
  const [language] = locale.toLowerCase().split("-");
  return quoteLanguages.find((one) => one.language === language) ?? en;
}
