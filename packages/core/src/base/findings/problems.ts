import type * as z from "zod";
import { didYouMean, shown } from "../shown.ts";
import { firstInvisible } from "../visible.ts";
import { amountWithCurrency, currencyKey } from "./brought-currency.ts";
import { InputError } from "./input-error.ts";
import { lengthKeys } from "./length-keys.ts";
import { longLists } from "./long-lists.ts";
import { reformed, retyped } from "./meant.ts";
import { notModelled } from "./not-modelled.ts";
import type { Problem } from "./problem.ts";
import { exampleOf, homeOf, keysOf, schemaAt, titleOf } from "./schema-places.ts";

/**
 * Checks a value against a schema and returns it read.
 * @param also further checks on the raw value, so that what a schema cannot say is told in the same go
 * @param mostTold so many problems of the schema are told at most, where nobody bounds how many there may be
 * @throws InputError with every problem at once, in the order of the schema's keys and list positions; with lists that
 *   are longer than may be, and keys that no check can bear, alone: before what is in them is looked at
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  subject: string,
  also: (value: unknown) => readonly Problem[] = () => [],
  mostTold = Number.POSITIVE_INFINITY,
): z.output<Schema> {
  const unlooked = [...longLists(schema, value, []), ...lengthKeys(value)];
  if (unlooked.length > 0) throw new InputError(subject, unlooked);
  const result = schema.safeParse(value);
  const problems = [
    ...(result.success
      ? []
      : result.error.issues.slice(0, mostTold).flatMap((issue) => problemsOf(issue, schema, value))),
    ...also(value),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new InputError(subject, problems);
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, schema: z.ZodType, root: unknown): readonly Problem[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const value = valueAt(root, path);
  const found = shown(value);
  const here = schemaAt(schema, path);
  if (issue.code === "unrecognized_keys") {
    return unknownKeys(issue.keys, path, here, root);
  }
  const canBeBeside = keysOf(schemaAt(schema, path.slice(0, -1))).includes("currency");
  const money = amountWithCurrency(root, path, canBeBeside);
  if (money !== undefined) return [{ path, ...money }];
  if (issue.code === "custom" && typeof issue.params?.["expected"] === "string") {
    return [{ path, found, expected: issue.params["expected"], fix: String(issue.params["fix"]) }];
  }
  return [{ path, found, ...expectation(issue, found, value, here) }];
}

/** Of a map that is something else altogether the first keys say enough. */
const MOST_UNKNOWN = 20;

function unknownKeys(
  keys: readonly string[],
  path: readonly (string | number)[],
  here: z.core.$ZodType | undefined,
  root: unknown,
): readonly Problem[] {
  const more = keys.length - MOST_UNKNOWN;
  const expected = `one of: ${keysOf(here).join(", ")}`;
  return [
    ...keys.slice(0, MOST_UNKNOWN).map((key) => ({
      code: "unknown-key" as const,
      path: [...path, key],
      params: { known: keysOf(here) },
      found: `the unknown key ${shown(key)}`,
      ...(uncounted(key) ?? knownKeys(key, here)),
      ...currencyKey(key, root, path),
    })),
    ...(more > 0
      ? [{ code: "unknown-key" as const, path, found: `${more} more unknown keys`, expected, fix: "remove them" }]
      : []),
  ];
}

function uncounted(word: string): Pick<Problem, "expected" | "fix"> | undefined {
  const found = notModelled(word);
  return found && { expected: `${found.expected}: ${found.why}`, fix: found.fix ?? `leave it out; ${found.advice}` };
}

function knownKeys(key: string, here: z.core.$ZodType | undefined): Pick<Problem, "expected" | "fix"> {
  const known = keysOf(here);
  if (known.length === 0 && titleOf(here) === undefined) return { expected: "nothing", fix: "remove it" };
  const home = homeOf(key, here);
  const fix = home === undefined ? didYouMean(key, known) : `write it within ${home}`;
  // A map that takes further keys of one form says of which.
  return { expected: `one of: ${[...known, ...[titleOf(here) ?? []].flat()].join(", ")}`, fix };
}

function expectation(
  issue: Issue,
  found: string,
  value: unknown,
  here: z.core.$ZodType | undefined,
): Pick<Problem, "code" | "expected" | "fix" | "params"> {
  if (found === "nothing") return missing(issue, here);
  switch (issue.code) {
    case "invalid_type": {
      const word = expectedWord(issue);
      const title = titleOf(here);
      const expected = issue.expected === "string" && title !== undefined ? `text (${title})` : word;
      const fix = retyped(issue.expected, { value, key: String(issue.path.at(-1)), schema: here });
      return { code: "wrong-type", params: { type: issue.expected }, expected, fix: fix ?? `write ${word}` };
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const word = found.replaceAll('"', "");
      const fix = didYouMean(word, values);
      return {
        code: "not-a-choice",
        params: { choices: values },
        ...(uncounted(word) ?? { expected: values.map(shown).join(" or "), fix }),
      };
    }
    case "too_small":
      return {
        code: "out-of-range",
        params: { minimum: Number(issue.minimum) },
        expected: `at least ${countOf(issue.minimum, issue.origin)}`,
        fix: ENDS[issue.origin]?.more ?? "raise it",
      };
    case "too_big":
      return {
        code: "out-of-range",
        params: { maximum: Number(issue.maximum) },
        expected: `at most ${countOf(issue.maximum, issue.origin)}`,
        fix: ENDS[issue.origin]?.fewer ?? "lower it",
      };
    case "invalid_format":
      return {
        code: "wrong-form",
        expected: FORMATS[issue.format] ?? titleOf(here) ?? `text of the form ${issue.pattern}`,
        fix: invisibleFix(value) ?? reformed(issue.format, value, here) ?? "write it in that form",
      };
    default: {
      const example = exampleOf(here);
      return {
        expected: (issue.code === "invalid_union" ? titleOf(here) : undefined) ?? expectedWord(issue),
        fix: example === undefined ? "see the schema" : `write for example ${written(example)}`,
      };
    }
  }
}

function countOf(count: number | bigint, origin: string): string {
  const one = ENDS[origin]?.one;
  if (one === undefined) return String(count);
  return `${count} ${Number(count) === 1 ? one : (ENDS[origin]?.several ?? one)}`;
}

/** What a length is of, and how it is mended; a number has none. */
const ENDS: Readonly<Record<string, { one: string; several: string; more: string; fewer: string }>> = {
  string: { one: "character", several: "characters", more: "write more", fewer: "shorten it" },
  array: { one: "entry", several: "entries", more: "add one", fewer: "leave some out" },
};

function invisibleFix(value: unknown): string | undefined {
  const code = typeof value === "string" ? firstInvisible(value) : undefined;
  return code === undefined ? undefined : `remove the character ${code}, which nobody sees`;
}

function missing(issue: Issue, here: z.core.$ZodType | undefined): Pick<Problem, "code" | "expected" | "fix"> {
  const example = exampleOf(here);
  const key = String(issue.path.at(-1));
  return {
    code: "missing",
    expected: expectedWord(issue),
    fix: example === undefined ? `add ${key}` : `add for example ${key}: ${written(example)}`,
  };
}

/** An example as a file may have it: JSON is YAML, too. */
function written(example: unknown): string {
  return typeof example === "object" ? JSON.stringify(example) : String(example);
}

const FORMATS: Readonly<Record<string, string>> = { date: "a date such as 2026-11-23" };

const WORDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map",
  record: "a map",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function expectedWord(issue: Issue): string {
  if (issue.code === "invalid_type") return WORDS[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(shown).join(" or ");
  if (issue.code === "invalid_union") return "text or a number";
  if (issue.code === "invalid_key") return "a key of another form";
  // Of zod's own words nothing is shown: what is left are checks of our own with theirs.
  return issue.message;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );
}
