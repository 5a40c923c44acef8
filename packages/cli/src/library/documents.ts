/** Answers as JSON, and back: for those who keep them, send them, or get them from elsewhere. */

import { readJsonOnly } from "@nkp-planner/adapters";
import { type DocumentKind, type DocumentOf, type Problem as InputProblem, readDocument } from "@nkp-planner/core";
import { plainCopy } from "./plain-copy.ts";
import type { Problem } from "./problem.ts";
import { type Result, refused } from "./result.ts";
import { attempt } from "./run.ts";
import { type Said, withSaid } from "./said.ts";

export type { DocumentKind, DocumentOf } from "@nkp-planner/core";
export * from "@nkp-planner/core/documents";

/** A document of one kind, told apart by `kind`. */
export interface DocumentRead<Kind extends DocumentKind> {
  /** Which it is, such as `plan` or `quote`. */
  readonly kind: Kind;
  /** Plain and frozen; of today's form, in which it has the keys that it was given with, in their order. */
  readonly document: DocumentOf<Kind>;
  /** What bringing an older form to today's has changed or left out; empty: nothing. */
  readonly findings: readonly Said[];
}

/** A document, of whichever kind it is. */
export type AnyDocumentRead = { readonly [Kind in DocumentKind]: DocumentRead<Kind> }[DocumentKind];

/** Longer texts are refused before they are looked at. */
const MOST_LETTERS = 100_000_000;

/** A document as the command line's `--format json` writes it: the same text for the same document, everywhere. */
export function toJSON(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads what the planner once answered or printed, from its text or its data: which kind it is, checked to its last field.
 * Documents of an older form are brought to today's where nothing has to be invented for it; of a later one they are refused.
 *
 * `const read = fromJSON(text); if (read.ok && read.value.kind === "quote") send(read.value.document);`
 */
export function fromJSON(given: unknown): Result<AnyDocumentRead> {
  const parsed = typeof given === "string" ? parsedText(given) : { data: given, problems: [] };
  if (parsed.problems.length > 0) return refused(parsed.problems);
  const { value, problems } = plainCopy(parsed.data, "document");
  if (problems.length > 0) return refused(problems);
  return attempt("document", value, () => {
    const { kind, document, said } = readDocument(value);
    return withSaid({ kind, document }, said) as AnyDocumentRead;
  });
}

function parsedText(text: string): { readonly data: unknown; readonly problems: readonly Problem[] } {
  if (text.length > MOST_LETTERS) {
    const found = `a text of ${text.length} letters`;
    return {
      data: null,
      problems: [{ ...UNREADABLE, found, expected: `at most ${MOST_LETTERS}`, fix: "give one document" }],
    };
  }
  const { data, problems } = readJsonOnly(text);
  return { data, problems: problems.map(unreadable) };
}

const UNREADABLE = { code: "unreadable", in: "document", path: [] } as const;

function unreadable({ found, expected, fix, line, column }: InputProblem): Problem {
  const place = line === undefined ? "" : ` in line ${line}, column ${column}`;
  return { ...UNREADABLE, found: `${found}${place}`, expected, fix };
}
