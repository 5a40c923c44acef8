/** What somebody adds to the prices of a plan before a quote is sent: all in their own words, as it was typed. */
export interface QuoteTerms {
  /** A day as it is typed; empty: as the price list has it. */
  readonly validUntil: string;
  /** A percentage as it is typed; empty: no tax is shown. */
  readonly taxPercent: string;
  /** What is paid once beside what the price list charges. */
  readonly ownItems: readonly OwnItem[];
}

/** Something that is paid once, in the words of whoever writes the quote, and at their price. */
export interface OwnItem {
  readonly title: string;
  /** As it is typed. */
  readonly amount: string;
}

/** Who writes to whom. Empty where nobody said. */
export interface QuoteLetter {
  readonly provider: string;
  /** Below the provider's name, line by line: address, register, contact. */
  readonly address: string;
  /** A picture as a data URL. */
  readonly logo: string;
  readonly customer: string;
  readonly number: string;
  /** In the provider's words, above the prices. */
  readonly objectives: string;
}

export const NO_TERMS: QuoteTerms = { validUntil: "", taxPercent: "", ownItems: [] };

export const NO_LETTER: QuoteLetter = {
  provider: "",
  address: "",
  logo: "",
  customer: "",
  number: "",
  objectives: "",
};
