import { sources } from "@nkp-planner/catalog";
import type { FigureLine, Source, SourceId } from "@nkp-planner/core";

/** The entry of the bibliography that an id stands for. @throws when there is none: a broken promise of the catalog. */
export function sourceOf(id: SourceId): Source {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`The catalog has no source "${id}".`);
  return source;
}

/** What words of confidence mean that no fact of the catalog carries, because it is not the catalog that vouches. */
export const OTHER_WORDS = {
  user: "from the fleet file, the price book or a setting",
  computed: "arithmetic of other figures, nothing else",
} as const;

export function confidenceText(confidence: FigureLine["confidence"]): string {
  return confidence === "user" ? "yours" : confidence.replaceAll("-", " ");
}
