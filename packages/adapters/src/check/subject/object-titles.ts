import type { CheckedObject } from "./checked.ts";

const MOST_NAMED = 3;

/** The first of some names, and how many more there are of what a word says: `2 more containers`. */
export function firstNames(names: readonly string[], word: string): readonly string[] {
  const more = names.length - MOST_NAMED;
  return more <= 0 ? names : [...names.slice(0, MOST_NAMED), `${more} more ${word}${more === 1 ? "" : "s"}`];
}

/** The first of some objects by kind and name, and how many more there are. */
export function objectTitles(objects: readonly CheckedObject[]): readonly string[] {
  return firstNames(
    objects.map(({ kind, name }) => `${kind} ${name}`),
    "object",
  );
}
