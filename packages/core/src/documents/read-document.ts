import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { shown } from "../base/shown.ts";
import { broughtToday } from "../base/versions/road.ts";
import { documentKindOf } from "./document-kind.ts";
import { DOCUMENT_SCHEMAS, type DocumentKind, type DocumentOf } from "./document-schemas.ts";
import { DOCUMENT_ROAD } from "./older-documents.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** A document that was read, and what it is. */
export type KnownDocument = {
  readonly [Kind in DocumentKind]: {
    readonly kind: Kind;
    /** As it was given where it is of the form of today: the same keys in the same order. */
    readonly document: DocumentOf<Kind>;
    /** What bringing an older form to that of today has changed. */
    readonly said: readonly Finding[];
  };
}[DocumentKind];

/**
 * Reads a document that the planner has written, from plain data (parsed JSON).
 * @throws InputError with everything that is wrong with it; of one of another version, that alone
 */
export function readDocument(given: unknown, subject = "document"): KnownDocument {
  if (!isMap(given)) throw new InputError(subject, [notADocument(given)]);
  const { data, said, problems } = broughtToday(given, DOCUMENT_ROAD);
  if (problems.length > 0) throw new InputError(subject, problems);
  const kind = isMap(data) ? documentKindOf(data) : undefined;
  if (kind === undefined) throw new InputError(subject, [ofNoKind(given)]);
  readWith(DOCUMENT_SCHEMAS[kind], data, subject, () => [], MOST_TOLD);
  // Checked, not taken from zod: that has its keys in an order of its own.
  return { kind, document: data, said } as KnownDocument;
}

/** Putting a problem into words takes longer than finding it, and a document may have a million of them. */
const MOST_TOLD = 1000;

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const EXPECTED = "a document that nkp-planner has written";

function notADocument(given: unknown): Problem {
  return { code: "wrong-type", path: [], found: shown(given), expected: EXPECTED, fix: "give its JSON" };
}

function ofNoKind(given: Readonly<Record<string, unknown>>): Problem {
  const { apiVersion, kind } = given;
  const isFile = typeof apiVersion === "string" && apiVersion.startsWith("nkp-planner/");
  const found = isFile ? `a file that people write, of kind ${shown(kind)}` : shown(given);
  const fix = isFile
    ? "plan with it: what comes of that is a document"
    : `give it whole: it begins with schemaVersion: "${SCHEMA_VERSION}"`;
  return { code: "wrong-kind", path: [], found, expected: EXPECTED, fix };
}
