import type { JsonSchema } from "../src/base/json-schema.ts";

/** Texts that editors offer; another one is no mistake here, as a catalog of one's own may have it. */
export function suggested(names: readonly string[]): JsonSchema {
  return { anyOf: [{ enum: names }, { type: "string" }] };
}

/** What follows from an `if`: in one place, as a linter takes every `then` for a promise's. */
export function thenIt(then: JsonSchema): Pick<JsonSchema, "then"> {
  return { then };
}

/** None of these properties: editors say of each by its name that it does not belong there. */
export function without(names: readonly string[]): JsonSchema {
  return { properties: Object.fromEntries(names.map((name) => [name, false])) } as unknown as JsonSchema;
}

/** One property or one of several, and not two of them. */
export function oneOfThem(names: readonly string[]): JsonSchema {
  return { oneOf: names.map((name) => ({ required: [name] })) };
}
