import { atom } from "nanostores";

/** The document that is drawn for paper; null: none, and the page itself is what is printed. */
export type PaperDocument =
  | { readonly audience: "customer"; readonly modelId: string; readonly tenantIds: readonly string[] }
  | { readonly audience: "internal"; readonly modelId: string };

export const $document = atom<PaperDocument | null>(null);
