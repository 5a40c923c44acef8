import type { QuoteLetter, QuoteTerms } from "@nkp-planner/adapters/quote-paper";
import { atom } from "nanostores";

/** The document that is drawn for paper; null: none, and the page itself is what is printed. */
export type PaperDocument =
  | {
      readonly audience: "customer";
      readonly modelId: string;
      /** The clusters of one customer, in the order of the fleet. */
      readonly tenantIds: readonly string[];
      readonly terms: QuoteTerms;
      readonly letter: QuoteLetter;
    }
  | { readonly audience: "internal"; readonly modelId: string };

export const $document = atom<PaperDocument | null>(null);
