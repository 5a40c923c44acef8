import { type CollectionEntry, getCollection } from "astro:content";

/** All decision records, by their titles. */
export const decisions: readonly CollectionEntry<"decisions">[] = (await getCollection("decisions")).sort((a, b) =>
  a.data.title < b.data.title ? -1 : 1,
);

/** `2026-11-24`, as everywhere on the site. */
export function dayOf({ data }: CollectionEntry<"decisions">): string {
  return data.date.toISOString().slice(0, "2026-11-24".length);
}
