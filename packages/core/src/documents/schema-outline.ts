import type { JsonSchema } from "../base/json-schema.ts";
import { shown } from "../base/shown.ts";

/** A property of a file or a document, as people need to hear of it. */
export interface SchemaRow {
  readonly name: string;
  /** `text`, `whole number from 1 to 600`, `one of: own, fleet`, `list`. */
  readonly type: string;
  /** Of a number or a quantity: `months`, `percent`; null where there is none. */
  readonly unit: string | null;
  readonly isRequired: boolean;
  /** What is taken where it is left out; undefined: nothing. */
  readonly default: unknown;
  readonly description: string;
  /** As they are written. */
  readonly examples: readonly unknown[];
}

/** The properties of one map of a file. */
export interface SchemaSection {
  /** Where it stands, `tenants[].workloads[]`; empty for the file itself. */
  readonly place: string;
  readonly description: string;
  readonly rows: readonly SchemaRow[];
}

/**
 * A JSON Schema as sections of properties: the file itself first, then each map in it, in the order of the schema.
 * A place that may hold maps of several forms has a section for each.
 */
export function schemaOutline(schema: JsonSchema, place = "", description = ""): readonly SchemaSection[] {
  const { properties, required = [] } = schema;
  const entries = Object.entries(properties ?? {});
  const rows = entries.map(([name, one]): SchemaRow => rowOf(name, one, required.includes(name)));
  return [
    ...(rows.length === 0 ? [] : [{ place, description, rows }]),
    ...entries.flatMap(([name, one]) =>
      schemaOutline(one, place === "" ? name : `${place}.${name}`, one.description ?? ""),
    ),
    ...(schema.items === undefined ? [] : schemaOutline(schema.items, `${place}[]`, description)),
    ...variantsOf(schema).flatMap((one) => schemaOutline(one, place, description)),
    ...(isSchema(schema.additionalProperties)
      ? schemaOutline(schema.additionalProperties, `${place}.*`, description)
      : []),
  ];
}

function rowOf(name: string, schema: JsonSchema, isRequired: boolean): SchemaRow {
  const { title = null, description = "", examples = [] } = schema;
  const type = typeOf(schema);
  // Of text, the title is the form it has; of what is counted, the unit.
  const isForm = type === "text";
  return {
    name,
    type: isForm && title !== null ? title : type,
    unit: isForm ? null : title,
    isRequired,
    default: isEmpty(schema.default) ? undefined : schema.default,
    description,
    examples,
  };
}

/** `[]` and `{}`, with which nothing is said. */
function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "true or false",
  array: "list",
  object: "map",
  null: "null",
};

/** Of more values than these, such as all currencies, the form alone is told. */
const MOST_NAMED = 30;

function typeOf(schema: JsonSchema): string {
  const { type, items, additionalProperties, properties } = schema;
  const variants = variantsOf(schema);
  if (schema.const !== undefined) return `always ${shown(schema.const)}`;
  if (schema.enum !== undefined && schema.enum.length <= MOST_NAMED) return `one of: ${schema.enum.join(", ")}`;
  // Beside a type, they say which values go together, or which texts an editor offers.
  if (variants.length > 0 && type === undefined) return either(variants.map(typeOf));
  if (Array.isArray(type)) return either(type.map((one) => WORDS[one] ?? one));
  if (type === "string" && schema.format === "date") return "date";
  if (type === "number" || type === "integer") return `${WORDS[type]}${boundsOf(schema)}`;
  if (type === "array" && items !== undefined && items.properties === undefined) return `list of ${typeOf(items)}`;
  if (isSchema(additionalProperties) && properties === undefined) return `map of ${typeOf(additionalProperties)}`;
  return WORDS[String(type)] ?? "any value";
}

/** `text or number`, `map, or null`: that there may be nothing comes last. */
function either(words: readonly string[]): string {
  const some = [...new Set(words.filter((word) => word !== "null"))].join(" or ");
  return some.length === 0 ? "null" : `${some}${words.includes("null") ? ", or null" : ""}`;
}

/** Bounds that somebody has set, not those of what a computer can count. */
function boundsOf({ minimum, maximum }: JsonSchema): string {
  const [least, most] = [minimum, maximum].map((bound) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined,
  );
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return `, at least ${least}`;
  return most === undefined ? "" : `, at most ${most}`;
}

function variantsOf({ anyOf = [], oneOf = [] }: JsonSchema): readonly JsonSchema[] {
  return [...anyOf, ...oneOf];
}

function isSchema(value: JsonSchema["additionalProperties"]): value is JsonSchema {
  return typeof value === "object" && Object.keys(value).length > 0;
}
