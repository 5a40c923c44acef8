import * as z from "zod";
import { didYouMean, shown } from "../shown.ts";
import { InputError } from "./input-error.ts";
import type { Problem } from "./problem.ts";

/**
 * Checks a value against a schema and returns it read.
 * @param also further checks on the raw value, so that what a schema cannot say is told in the same go
 * @throws InputError with every problem at once, in the order of the schema's keys and list positions
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  subject: string,
  also: (value: unknown) => readonly Problem[] = () => [],
): z.output<Schema> {
  const result = schema.safeParse(value);
  const problems = [
    ...(result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schema, value))),
    ...also(value),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new InputError(subject, problems);
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, schema: z.ZodType, root: unknown): readonly Problem[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const found = shown(valueAt(root, path));
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      code: "unknown-key" as const,
      path: [...path, key],
      found: `the unknown key ${shown(key)}`,
      expected: `one of: ${known.join(", ")}`,
      fix: didYouMean(key, known),
    }));
  }
  if (issue.code === "custom" && typeof issue.params?.["expected"] === "string") {
    return [{ path, found, expected: issue.params["expected"], fix: String(issue.params["fix"]) }];
  }
  return [{ path, found, ...expectation(issue, found, schemaAt(schema, path)) }];
}

function expectation(
  issue: Issue,
  found: string,
  here: z.core.$ZodType | undefined,
): Pick<Problem, "code" | "expected" | "fix"> {
  if (found === "nothing") return missing(issue, here);
  switch (issue.code) {
    case "invalid_type":
      return { code: "wrong-type", expected: expectedWord(issue), fix: `write ${expectedWord(issue)}` };
    case "invalid_value": {
      const values = issue.values.map(String);
      const fix = didYouMean(found.replaceAll('"', ""), values);
      return { code: "not-a-choice", expected: values.map(shown).join(" or "), fix };
    }
    case "too_small":
      return {
        code: "out-of-range",
        expected: `at least ${issue.minimum}${issue.origin === "array" ? " entries" : ""}`,
        fix: "raise it",
      };
    case "too_big":
      return {
        code: "out-of-range",
        expected: `at most ${issue.maximum}${issue.origin === "array" ? " entries" : ""}`,
        fix: "lower it",
      };
    case "invalid_format":
      return {
        code: "wrong-form",
        expected: FORMATS[issue.format] ?? titleOf(here) ?? `text of the form ${issue.pattern}`,
        fix: "write it in that form",
      };
    default:
      return { expected: expectedWord(issue), fix: "see the schema" };
  }
}

function missing(issue: Issue, here: z.core.$ZodType | undefined): Pick<Problem, "code" | "expected" | "fix"> {
  const examples: unknown = here === undefined ? undefined : z.globalRegistry.get(here)?.examples;
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  const key = String(issue.path.at(-1));
  return {
    code: "missing",
    expected: expectedWord(issue),
    fix: example === undefined ? `add ${key}` : `add for example ${key}: ${example}`,
  };
}

const FORMATS: Readonly<Record<string, string>> = { date: "a date such as 2026-11-23" };

const WORDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function expectedWord(issue: Issue): string {
  if (issue.code === "invalid_type") return WORDS[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(shown).join(" or ");
  if (issue.code === "invalid_union") return "text or a number";
  return issue.message;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  );
}

/** The keys a schema knows at a place of the value, for suggestions. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): z.core.$ZodType | undefined {
  let here = bare(schema);
  for (const key of path) {
    if (here instanceof z.ZodObject) here = bare(here.shape[key]);
    else if (here instanceof z.ZodArray) here = bare(here.element);
    else return undefined;
  }
  return here;
}

/** What a schema calls the value, for people. */
function titleOf(schema: z.core.$ZodType | undefined): string | undefined {
  return schema === undefined ? undefined : z.globalRegistry.get(schema)?.title;
}

function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}
