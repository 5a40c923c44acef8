/** A quote as a document for one customer: plain data, and one file of HTML that prints. */
export { checkedLogo, LARGEST_LOGO_BYTES, type Logo, type LogoProblem, logoOf } from "./report/quote-paper/logo.ts";
export type { PaperAttributes, PaperElement, PaperNode, PaperTag } from "./report/quote-paper/paper-element.ts";
export { paperHtml } from "./report/quote-paper/paper-html.ts";
export { paperStyle } from "./report/quote-paper/paper-style.ts";
export { type QuotePaper, quotePaper } from "./report/quote-paper/quote-paper.ts";
export {
  NO_LETTER,
  NO_TERMS,
  type OwnItem,
  type QuoteLetter,
  type QuoteTerms,
} from "./report/quote-paper/quote-terms.ts";
export type { QuoteWriter } from "./report/quote-paper/quote-writer.ts";
export { quoteLanguages } from "./report/quote-paper/words/languages.ts";
export type { QuoteWords } from "./report/quote-paper/words/quote-words.ts";
