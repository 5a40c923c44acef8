import type { MessageValue, Money } from "@nkp-planner/core";

/** How figures are written. A shell brings it: what stands before fractions is a matter of places, which nobody here knows. */
export interface QuoteWriter {
  /** A BCP 47 tag, whose language is the quote's. */
  readonly locale: string;
  /** At most `digits` after the point, two where nobody says. */
  number(value: number, digits?: number): string;
  /** To the cent, below a header that names the currency. */
  amount(value: Money): string;
  /** With every digit it has. */
  rate(value: Money): string;
  /** A value inside a sentence. */
  inSentence(value: MessageValue): string;
}
