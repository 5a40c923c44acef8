import { sources } from "@nkp-planner/catalog";
import type { Source } from "@nkp-planner/core";

/** A place in a repository at a commit: `owner/name@commit`, with or without a path. */
const IN_REPOSITORY = /^([^/@]+\/[^/@]+)@/;

export interface SourceGroup {
  readonly title: string;
  readonly entries: readonly Source[];
}

/** Documents and other named works first, then one group a repository, by name. */
export const sourceGroups: readonly SourceGroup[] = (() => {
  const groups = new Map<string, Source[]>();
  for (const source of sources.values()) {
    const title = IN_REPOSITORY.exec(source.id)?.[1] ?? "";
    groups.set(title, [...(groups.get(title) ?? []), source]);
  }
  return [...groups]
    .map(([title, entries]) => ({
      title: title || "Documents, repositories, third parties",
      isNamed: title === "",
      entries,
    }))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || (a.title < b.title ? -1 : 1));
})();
