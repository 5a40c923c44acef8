import type { JsonSchema } from "../src/base/json-schema.ts";

/** Which kind of value some words of a schema are for. */
const TYPE_OF_WORDS: readonly (readonly [type: string, words: readonly (keyof JsonSchema)[]])[] = [
  ["array", ["items", "minItems", "maxItems", "contains"]],
  ["string", ["pattern"]],
  ["object", ["required", "properties"]],
];

/** A condition with the kinds of values that it is for, all through: strict validators ask for them. */
export function typed(schema: JsonSchema): JsonSchema {
  // `false`, which nothing fits, is a schema, too.
  if (typeof schema !== "object") return schema;
  const { properties, items, contains, not, if: when, then, else: otherwise } = schema;
  const [type] = TYPE_OF_WORDS.find(([, words]) => words.some((word) => schema[word] !== undefined)) ?? [];
  const one = { items, contains, not, if: when, then, else: otherwise };
  const several = { anyOf: schema.anyOf, oneOf: schema.oneOf, allOf: schema.allOf };
  return {
    ...(type === undefined ? {} : { type }),
    ...schema,
    ...mapped(one, typed),
    ...mapped(several, (list) => list.map(typed)),
    ...(properties && { properties: mapped(properties, typed) }),
  };
}

/** Each part that is there. */
function mapped<Part>(
  parts: Readonly<Record<string, Part | undefined>>,
  of: (part: Part) => Part,
): Readonly<Record<string, Part>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, of(part)]])),
  );
}
