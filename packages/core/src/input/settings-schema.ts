import type { JsonSchema } from "../base/json-schema.ts";
import { numberPattern } from "../base/number-pattern.ts";
import { SHAPE } from "./node-shape-text.ts";
import { HOST, type Parameter } from "./parameters.ts";

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

/** With a value of the user's own allowed, the options are some of what there is; without, they are all. */
function propertyOf({ title, description, unit, custom, options, default: standard }: Parameter): JsonSchema {
  const ids = options.map(({ id }) => id);
  const sentence = description.endsWith(".") ? description : `${description}.`;
  return {
    ...(custom === null ? { enum: ids } : { anyOf: [{ enum: ids }, ownValue(custom)] }),
    ...(unit === null ? {} : { title: unit }),
    description: `${title}: ${sentence}`,
    examples: ids,
    default: standard,
  };
}

/** What `chosenBy` takes beside the options: as text, as a command line has it, or as the number. */
function ownValue(custom: NonNullable<Parameter["custom"]>): JsonSchema {
  switch (custom.kind) {
    case "shape":
      return { type: "string", pattern: SHAPE.source };
    case "host":
      return { type: "string", pattern: HOST.source };
    case "odd":
      return odd(custom.minimum, custom.maximum);
    case "number": {
      const { minimum, maximum, whole } = custom;
      return {
        type: ["string", "number"],
        pattern: numberPattern({ minimum, maximum, whole }),
        minimum,
        maximum,
        ...(whole ? { multipleOf: 1 } : {}),
      };
    }
  }
}

/** All of them: there are few. */
function odd(minimum: number, maximum: number): JsonSchema {
  const numbers = Array.from({ length: maximum - minimum + 1 }, (_, more) => minimum + more).filter(
    (one) => one % 2 === 1,
  );
  return {
    anyOf: [
      { enum: numbers },
      { type: "string", pattern: `^(?=\\d{1,9}(?:\\.|$))0*(?:${numbers.join("|")})(?:\\.0{1,10})?$` },
    ],
  };
}
