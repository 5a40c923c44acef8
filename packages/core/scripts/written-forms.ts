import type * as z from "zod";
import { currencyCodes } from "../src/base/currency.ts";
import type { JsonSchema } from "../src/base/json-schema.ts";
import { wholeFrom } from "../src/base/number-pattern.ts";
import {
  AmountField,
  AmountOrPercentField,
  CpuField,
  CurrencyField,
  MemoryField,
  RateField,
  StorageField,
} from "../src/input/fields.ts";

/** A number as Kubernetes writes it, and one that is zero. */
const NUMBER = String.raw`(?:\d+\.?\d*|\.\d+)`;
const ZERO = String.raw`(?:0+\.?0*|\.0+)`;
/** `e3`, up to thirty. */
const EXPONENT = String.raw`[eE][+-]?(?:0{0,9}\d|0{0,8}(?:[12]\d|30))`;
const ANY_SUFFIX = `(?:[KMGTPE]i|[numkMGTPE]?|${EXPONENT})`;
const LONGEST_QUANTITY = 64;
const LARGEST_VCPU = 1_000_000;
const LARGEST_BYTES = 1_125_899_906_842_624;
/** The smallest number of bytes that is taken as such: one below it was meant in another unit. */
const SMALLEST_BYTES = 1_048_576;
/** So many digits have thousandths of it, at least. */
const MILLI_DIGITS = 9;

/** Kubernetes quantities of CPU: no suffix of memory. */
const CPU: JsonSchema = {
  type: ["string", "number"],
  pattern: `^(?:\\+?${NUMBER}(?:[numk]?|${EXPONENT})|[+-]${ZERO}${ANY_SUFFIX})$`,
  maxLength: LONGEST_QUANTITY,
  minimum: 0,
  maximum: LARGEST_VCPU,
};

/** Sizes: with a suffix, in bytes that say so, or in so many that bytes were meant. */
const SIZE: JsonSchema = {
  type: ["string", "number"],
  pattern: `^(?:\\+?${NUMBER}(?:[KMGTPE]i|[kMGTPE]|${EXPONENT})|\\+?0*(?:${wholeFrom(SMALLEST_BYTES - 1)})(?:\\.\\d*)?|\\+?0*[1-9]\\d{${MILLI_DIGITS},}(?:\\.\\d*)?[num]|[+-]?${ZERO}${ANY_SUFFIX}|\\s*\\d+\\s*(?:B|[Bb]ytes?)\\s*)$`,
  minimum: 0,
  maximum: LARGEST_BYTES,
  not: { type: "number", exclusiveMinimum: 0, maximum: SMALLEST_BYTES - 1 },
};

const AMOUNT = String.raw`\d{1,15}(?:\.\d{1,9})?`;
const FIRST_TOO_LARGE = 1e15;
const amount = { type: ["string", "number"], minimum: 0, exclusiveMaximum: FIRST_TOO_LARGE } as const;
const PERCENT_OF = String.raw`\+?\d{1,4}(?:\.\d{1,4})? ?%`;
/** No less than −100 %, with a hyphen or the sign. */
const PERCENT_FROM = String.raw`[-−](?:0?100(?:\.0{1,4})?|0{0,2}\d{1,2}(?:\.\d{1,4})?) ?%`;

/** What readers of fields ask of a text, and zod cannot say of a field that is read into something else. */
const FORMS: ReadonlyMap<z.core.$ZodType, JsonSchema> = new Map<z.core.$ZodType, JsonSchema>([
  [CpuField, CPU],
  [MemoryField, SIZE],
  [StorageField, SIZE],
  [RateField, { ...amount, pattern: `^(?!0+(?:\\.0+)?$)${AMOUNT}$`, exclusiveMinimum: 0 }],
  [AmountField, { ...amount, pattern: `^${AMOUNT}$` }],
  [AmountOrPercentField, { ...amount, pattern: `^(?:${AMOUNT}|${PERCENT_OF}|${PERCENT_FROM})$` }],
  [CurrencyField, { type: "string", enum: currencyCodes }],
]);

/** The form of a field, which it has from the one that it was made of. */
export function formOf(schema: z.core.$ZodType): JsonSchema | undefined {
  const own = FORMS.get(schema);
  const { parent } = schema._zod;
  return own ?? (parent === undefined ? undefined : formOf(parent));
}
