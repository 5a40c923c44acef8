import type * as z from "zod";
import { daysMeant } from "../days-meant.ts";
import { numberInWords } from "../number-in-words.ts";
import { exampleOf, onlyNeededKey, titleOf } from "./schema-places.ts";

/** A value that is not what its place takes, and what is known of the place. */
interface Misplaced {
  readonly value: unknown;
  readonly key: string;
  readonly schema: z.core.$ZodType | undefined;
}

/** What to write where another type is asked for: the value itself as that type, where it can be told. */
export function retyped(type: string, misplaced: Misplaced): string | undefined {
  switch (type) {
    case "number":
    case "int":
      return asNumber(misplaced);
    case "string":
      return asText(misplaced);
    case "boolean":
      return asBoolean(misplaced.value);
    case "object":
      return asMap(misplaced);
    case "array":
      return typeof misplaced.value === "object" ? 'begin each entry with "- "' : undefined;
    default:
      return undefined;
  }
}

/** `30%`, `"3"`, `12 months`, `1,5`. */
function asNumber({ value, key }: Misplaced): string | undefined {
  const read = typeof value === "string" ? numberInWords(value) : undefined;
  if (read === undefined) return undefined;
  const { number, unit } = read;
  if (unit === "%" && /percent/i.test(key)) return `write ${number}: it counts in percent`;
  return number === value ? `write ${number}, without quotation marks` : `write ${number}`;
}

/** A number where words are: `release: 2.17`, of which YAML has dropped zeros at the end. */
function asText({ value, key, schema }: Misplaced): string | undefined {
  if (typeof value !== "number" && typeof value !== "boolean") return undefined;
  const example = exampleOf(schema);
  const isCut = typeof value === "number" && !Number.isInteger(value);
  if (isCut && example !== undefined) return `write for example ${key}: ${example}; as a number, 2.10 is 2.1`;
  return `write "${value}", between quotation marks`;
}

const TRUE = /^(yes|y|on|true|1)$/i;
const FALSE = /^(no|n|off|false|0)$/i;

function asBoolean(value: unknown): string | undefined {
  if (typeof value === "object") return undefined;
  if (TRUE.test(String(value))) return "write true";
  return FALSE.test(String(value)) ? "write false" : undefined;
}

/** `price: 1900` → `{ monthly: 1900 }` */
function asMap({ value, schema }: Misplaced): string | undefined {
  const key = onlyNeededKey(schema);
  if (key === undefined || (typeof value !== "string" && typeof value !== "number")) return undefined;
  return `write { ${key}: ${value} }`;
}

/** What to write where a text has not the form that is asked for; undefined where nobody can tell. */
export function reformed(format: string, value: unknown, schema: z.core.$ZodType | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value;
  if (format === "date") {
    const days = daysMeant(text);
    return days.length === 0 ? undefined : `write ${days.join(" or ")}`;
  }
  const id = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const fits = titleOf(schema) !== undefined && (schema as z.ZodType).safeParse(id).success;
  return fits && id !== text && id !== "" ? `write "${id}"` : undefined;
}
