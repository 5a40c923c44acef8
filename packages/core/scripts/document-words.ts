import type { JsonSchema } from "../src/base/json-schema.ts";
import { DECISION_WORDS } from "./decision-words.ts";
import { LIFECYCLE_WORDS } from "./lifecycle-words.ts";
import { PLAN_WORDS } from "./plan-words.ts";
import { QUESTION_WORDS } from "./question-words.ts";

/**
 * What properties of documents mean that do not say it themselves: by the end of their place, the longest that fits;
 * `release-changes.after` of that document only. One word has one meaning in all documents. They stand here and not
 * in the schemas, so that no page loads them.
 */
export const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  ...PLAN_WORDS,
  ...QUESTION_WORDS,
  ...LIFECYCLE_WORDS,
  ...DECISION_WORDS,
};

type Properties = Readonly<Record<string, JsonSchema>>;

/** A document's schema in which every property that a word is known for has its description. */
export function withWords(schema: JsonSchema, place: readonly string[]): JsonSchema {
  const all = (list: readonly JsonSchema[] | undefined) => list?.map((one) => withWords(one, place));
  const { properties, items, anyOf, oneOf, additionalProperties, ...rest } = schema;
  const parts = {
    properties: properties && propertiesWithWords(properties, place),
    items: items && withWords(items, place),
    anyOf: all(anyOf),
    oneOf: all(oneOf),
    additionalProperties:
      typeof additionalProperties === "object" ? withWords(additionalProperties, place) : additionalProperties,
  };
  // In their old order, so that what has no words stays as it was.
  const entries = Object.keys(schema).map((key) => [key, { ...rest, ...parts }[key as keyof JsonSchema]]);
  return Object.fromEntries(entries);
}

function propertiesWithWords(properties: Properties, place: readonly string[]): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, one]) => {
      const here = [...place, name];
      const words = one.description === undefined ? wordsOf(here) : undefined;
      const deeper = withWords(one, here);
      return [name, words === undefined ? deeper : { description: words, ...deeper }];
    }),
  );
}

function wordsOf(place: readonly string[]): string | undefined {
  const ends = place.map((_, index) => place.slice(index).join("."));
  return ends.flatMap((end) => (Object.hasOwn(DOCUMENT_WORDS, end) ? (DOCUMENT_WORDS[end] ?? []) : []))[0];
}
