import { atom } from "nanostores";

/** What is agreed beside the prices. */
export interface QuoteTerms {
  /** A day as it is typed; empty: as the price list has it. */
  readonly validUntil: string;
  /** A percentage as it is typed; empty: no tax is shown. */
  readonly taxPercent: string;
}

/** The document that is drawn for paper; null: none, and the page itself is what is printed. */
export type PaperDocument =
  | {
      readonly audience: "customer";
      readonly modelId: string;
      /** The clusters of one customer, in the order of the fleet. */
      readonly tenantIds: readonly string[];
      readonly terms: QuoteTerms;
    }
  | { readonly audience: "internal"; readonly modelId: string };

export const $document = atom<PaperDocument | null>(null);
