import type { CheckedObject } from "./checked.ts";

const MOST_NAMED = 3;

/** The first of some objects by kind and name, and how many more there are. */
export function objectTitles(objects: readonly CheckedObject[]): readonly string[] {
  const titles = objects.map(({ kind, name }) => `${kind} ${name}`);
  const more = titles.length - MOST_NAMED;
  return more <= 0 ? titles : [...titles.slice(0, MOST_NAMED), more === 1 ? "1 more object" : `${more} more objects`];
}
