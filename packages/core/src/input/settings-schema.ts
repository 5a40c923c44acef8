import type { JsonSchema } from "../base/json-schema.ts";
import type { Parameter } from "./parameters.ts";

/**
 * The JSON Schema of settings: one property an assumption, as `--set` takes them. A catalog has its own assumptions,
 * and so its own schema.
 */
export function settingsSchema(parameters: readonly Parameter[]): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "nkp-planner settings",
    type: "object",
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.id, propertyOf(parameter)])),
    additionalProperties: false,
  };
}

/** With a value of the user's own allowed, the options are examples; without, they are all there is. */
function propertyOf({ title, description, unit, custom, options, default: standard }: Parameter): JsonSchema {
  const ids = options.map(({ id }) => id);
  const sentence = description.endsWith(".") ? description : `${description}.`;
  return {
    ...(custom === null ? { enum: ids } : { type: "string" }),
    ...(unit === null ? {} : { title: unit }),
    description: `${title}: ${sentence}`,
    examples: ids,
    default: standard,
  };
}
