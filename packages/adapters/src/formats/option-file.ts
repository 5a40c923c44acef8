import { type Finding, findingOfProblem, InputError } from "@nkp-planner/core";
import { readYaml } from "../read/yaml-text.ts";
import { textOfBytes } from "../text/file-text.ts";
import type { OptionWords } from "./options.ts";

/**
 * Options that somebody keeps in a file, in YAML or JSON: a name and its value each, a list where it is one.
 * `leave-out: [backup-*, test-?]` is the option `leave-out=backup-*,test-?`.
 *
 * @throws InputError with everything that is no such option, at its place
 */
export function optionsOfFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): OptionWords {
  const text = textOfBytes(bytes)?.text;
  if (text === undefined) throw refused(name, [unread("bytes that are no text")]);
  const { data, problems, placeOf = () => START } = readYaml(text);
  if (problems.length > 0)
    throw new InputError(
      name,
      problems.map((problem) => findingOfProblem(problem, name)),
    );
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw refused(name, [unread("no options")]);
  const words: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const [key, value] of Object.entries(data)) {
    const word = wordOf(value);
    if (word === null)
      findings.push(findingOfProblem({ ...unread(`${key}, which is no value`), path: [key], ...placeOf([key]) }, name));
    else words[key] = word;
  }
  if (findings.length > 0) throw new InputError(name, findings);
  return words;
}

const START = { line: 1, column: 1 };

/** null: neither a text, a number, yes or no, nor a list of them. */
function wordOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const words = value.map(wordOf);
    return words.includes(null) ? null : words.join(",");
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

function unread(found: string) {
  const [expected, fix] = ["options, a name and a value each", "write for example leave-out: [backup-*, test-?]"];
  return { code: "unreadable" as const, path: [] as string[], found, expected, fix, ...START };
}

function refused(name: string, problems: readonly ReturnType<typeof unread>[]): InputError {
  return new InputError(
    name,
    problems.map((problem) => findingOfProblem(problem, name)),
  );
}
