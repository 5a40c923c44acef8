import { findingOfProblem, InputError, type Problem, readWith, shown } from "@nkp-planner/core";
import type * as z from "zod";
import { textAt } from "../read/objects/read-fields.ts";
import { readYaml } from "../read/yaml-text.ts";
import { textOfBytes } from "../text/file-text.ts";

/** A kind of file that people write for the planner, in YAML or JSON, with `kind` and `apiVersion`. */
export interface FileKind<Schema extends z.ZodType> {
  readonly kind: string;
  /** `a policy of checks`. */
  readonly title: string;
  /** What to do where nothing stands in it. */
  readonly ifEmpty: string;
  readonly schema: Schema;
}

type PlaceOf = (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };

const START = { line: 1, column: 1 };

/** What such a file says, and where. @throws InputError with every problem at its place, or that it is another kind */
export function readKindFile<Schema extends z.ZodType>(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { kind, title, ifEmpty, schema }: FileKind<Schema>,
): { readonly value: z.output<Schema>; readonly placeOf: PlaceOf } {
  const unreadable = { code: "unreadable" as const, path: [], expected: title };
  const refused = (problems: readonly Problem[]) =>
    new InputError(
      name,
      problems.map((problem) => findingOfProblem(problem, name)),
    );
  const text = textOfBytes(bytes)?.text;
  if (text === undefined) throw refused([{ ...unreadable, found: "bytes that are no text", fix: "save it as UTF-8" }]);
  if (text.trim() === "") throw refused([{ ...unreadable, found: "an empty file", fix: ifEmpty, ...START }]);
  const { data, problems, placeOf = () => START } = readYaml(text);
  const said = textAt(data, "kind");
  if (said !== "" && said !== kind) {
    const other = {
      code: "wrong-kind" as const,
      path: ["kind"],
      found: `a file of kind ${shown(said)}`,
      expected: title,
    };
    throw refused([{ ...other, fix: `give a file of kind ${kind}`, ...placeOf(["kind"]) }]);
  }
  if (problems.length > 0) throw refused(problems);
  return { value: readAt(name, placeOf, () => readWith(schema, data, name)), placeOf };
}

/** Problems of a value at their places in its text. */
function readAt<Value>(name: string, placeOf: PlaceOf, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      name,
      error.findings.map((finding) =>
        finding.subject.in === "input"
          ? { ...finding, subject: { ...finding.subject, file: name, ...placeOf(finding.subject.path) } }
          : finding,
      ),
    );
  }
}
