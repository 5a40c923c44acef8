import type { FigureLine, Source } from "@nkp-planner/core";

/** How far something can be trusted, and who says so. */
export interface EvidenceView {
  /** Of the quantity, where a rate has an origin of its own. */
  readonly confidence: string;
  /** Whose price the rate is; null: it is none. */
  readonly rateOrigin: string | null;
  readonly sources: readonly SourceView[];
  readonly note: string | null;
  /** The line further up with the very same evidence, which is not written twice. */
  readonly sameAs: string | null;
}

export interface SourceView {
  readonly title: string;
  readonly href: string | null;
}

export type Sources = ReadonlyMap<string, Source>;

const WORDS: Partial<Record<FigureLine["confidence"], string>> = { user: "yours" };

export function confidenceWord(confidence: FigureLine["confidence"]): string {
  return WORDS[confidence] ?? confidence.replace("-", " ");
}

/** @throws where the bibliography lacks it: a broken promise of the catalog */
export function sourceView(id: string, sources: Sources): SourceView {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`The catalog has no source "${id}".`);
  return { title: source.title, href: source.href };
}
