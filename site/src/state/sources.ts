import type { Source, SourceId } from "@nkp-planner/core";
import { context } from "./comparison.ts";

/** The entry of the bibliography that an id stands for. @throws when there is none: a broken promise of the catalog. */
export function sourceOf(id: SourceId): Source {
  const source = context.catalog.sources.get(id);
  if (source === undefined) throw new Error(`The catalog has no source "${id}".`);
  return source;
}
