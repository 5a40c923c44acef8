import { InputError, readWith } from "@nkp-planner/core";
import * as z from "zod";

/** Options as people write them: `decimal-sign` → `,`. */
export type OptionWords = Readonly<Record<string, string>>;

/** What a format can be told, as an object of zod whose fields read texts and have a description. */
export type OptionSchema = z.ZodObject;

/** A format that cannot be told anything. */
export const NO_OPTIONS = z.strictObject({});

/**
 * What the words come to, defaults included.
 * @throws InputError with every word that the format does not know, or that it cannot read
 */
export function readOptions<Schema extends OptionSchema>(
  schema: Schema,
  words: OptionWords,
  formatId: string,
): z.output<Schema> {
  return readWith(schema, words, `options of ${formatId}`);
}

/** What can be told, for help. */
export interface OptionHelp {
  readonly name: string;
  readonly description: string;
  /** As they are written. */
  readonly examples: readonly unknown[];
}

/** What can be told, in the schema's order. */
export function optionHelp(schema: OptionSchema): readonly OptionHelp[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description = "", examples = [] } = z.globalRegistry.get(field as z.ZodType) ?? {};
    return { name, description, examples: Array.isArray(examples) ? examples : [] };
  });
}

/** `key=value` words as options. @throws InputError naming every word that is none */
export function optionWords(
  words: readonly string[],
  subject: string,
  fix = "write a key, an equals sign and a value",
): OptionWords {
  const problems = words
    .filter((word) => !/^[^=]+=.+$/.test(word))
    .map((word) => ({
      path: [],
      found: JSON.stringify(word),
      expected: "KEY=VALUE",
      fix,
    }));
  if (problems.length > 0) throw new InputError(subject, problems);
  return Object.fromEntries(words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]));
}
