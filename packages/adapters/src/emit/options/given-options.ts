import { findingOfProblem, type Given, InputError, placed, problemsOf, shown } from "@nkp-planner/core";
import { readYaml } from "../../read/yaml-text.ts";
import { textOfBytes } from "../../text/file-text.ts";
import type { EmitOptions } from "./emit-options.ts";

/** A file in which nothing is uncommented. */
const ONLY_COMMENTS = /^(?:[ \t]*(?:#.*)?\r?\n?)*$/;

/**
 * Options of a file in YAML or JSON, where each stands included.
 * @throws InputError where the file is none, or holds no options
 */
export function optionsGiven({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Given<EmitOptions> {
  const text = textOfBytes(bytes)?.text;
  if (text === undefined) throw notOptions(name, "bytes that are no text");
  if (ONLY_COMMENTS.test(text)) return { name, value: {}, findings: [], placeOf: () => undefined };
  const { data, problems, placeOf = () => undefined } = readYaml(text);
  if (problems.length > 0)
    throw new InputError(
      name,
      problems.map((problem) => findingOfProblem(problem, name)),
    );
  if (!isMap(data)) throw notOptions(name, shown(data));
  return { name, value: data, findings: [], placeOf };
}

/**
 * Options with those of a command line put over them: `project=_internal`, `clusters.management.namespace=kommander`. A
 * value is read as YAML, so that `subnets=[a, b]` is a list.
 * @throws InputError with every word that is none
 */
export function withOptionWords(options: EmitOptions, words: readonly string[], subject: string): EmitOptions {
  const problems = words
    .filter((word) => !/^[^=]+=/.test(word))
    .map((word) => ({
      path: [],
      found: shown(word),
      expected: "KEY=VALUE",
      fix: "write a key, an equals sign and a value",
    }));
  if (problems.length > 0) throw new InputError(subject, problems);
  return words.reduce<EmitOptions>((all, word) => {
    const at = word.indexOf("=");
    return put(all, word.slice(0, at).split("."), valueIn(word.slice(at + 1)));
  }, options);
}

/** What an adapter refuses, at its place in the file that says it; anything else as it is. */
export function atItsPlace(error: unknown, given: Given<EmitOptions> | null): unknown {
  if (!(error instanceof InputError) || given === null) return error;
  const isOfOptions = error.findings.every(({ subject }) => subject.in === "input" && subject.path.length > 0);
  return isOfOptions ? new InputError(given.name, placed(given, problemsOf(error))) : error;
}

function valueIn(text: string): unknown {
  if (text === "") return "";
  const { data, problems } = readYaml(text);
  return problems.length > 0 ? text : data;
}

function put(options: EmitOptions, [key = "", ...rest]: readonly string[], value: unknown): EmitOptions {
  const before = Object.hasOwn(options, key) ? options[key] : undefined;
  return { ...options, [key]: rest.length === 0 ? value : put(isMap(before) ? before : {}, rest, value) };
}

function isMap(data: unknown): data is EmitOptions {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function notOptions(name: string, found: string): InputError {
  const expected = "options, a name and a value each";
  const fix = "write them as nkp-planner emit ADAPTER FLEET --example-options prints them";
  return new InputError(name, [findingOfProblem({ path: [], found, expected, fix }, name)]);
}
