import type { MessageValue } from "@nkp-planner/core";

/** What stands in a sentence, by its name there: a text, or several. */
export type Words = Readonly<Record<string, string | readonly string[]>>;

/** The same as figures of a message. */
export function wordFigures(words: Words): Readonly<Record<string, MessageValue>> {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === "string" ? { kind: "name", value } : { kind: "list", value },
    ]),
  );
}
