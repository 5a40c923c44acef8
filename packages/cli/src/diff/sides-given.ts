import { readJsonOnly, textOfBytes } from "@nkp-planner/adapters";
import { type Finding, InputError, type PlanDocument, readDocument } from "@nkp-planner/core";
import { type FileSource, fileNameOf, openFile } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { moneyProblems } from "./document-money.ts";
import { sourceNamed } from "./revision-file.ts";

/** One of the two things that are held against each other, opened. */
export type SideGiven = FleetGiven | PlanGiven;

export interface FleetGiven {
  readonly kind: "fleet";
  readonly name: string;
  readonly source: FileSource;
}

export interface PlanGiven {
  readonly kind: "plan";
  readonly name: string;
  readonly document: PlanDocument;
  /** What bringing it to the form of today has changed. */
  readonly said: readonly Finding[];
}

/**
 * Opens what is named: a fleet of whichever kind, or a plan document.
 * @throws InputError where it cannot be opened, or is a document that cannot be compared
 */
export async function sideGiven(process: ShellProcess, word: string): Promise<SideGiven> {
  const source = sourceNamed(process, word);
  const name = fileNameOf(source);
  const file = await openFile(process, source);
  const data = documentIn(textOfBytes(file.bytes)?.text ?? "");
  if (data === null) return { kind: "fleet", name, source: { name, open: async () => file } };
  const { kind, document, said } = readDocument(data, name);
  if (kind !== "plan") throw otherDocument(kind, name);
  const problems = moneyProblems(document);
  if (problems.length > 0) throw new InputError(name, problems);
  return { kind, name, document, said };
}

const VERSION = "schemaVersion";

/** Data of a text that says the version of a document's form, as fleets do not; null: of any other. */
function documentIn(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text) || !text.includes(VERSION)) return null;
  const { data, problems } = readJsonOnly(text);
  const isDocument = problems.length === 0 && typeof data === "object" && data !== null && VERSION in data;
  return isDocument ? data : null;
}

function otherDocument(kind: string, name: string): InputError {
  const found = `a document of the kind ${kind}`;
  const fix = "print one with plan FLEET --format json, or give the fleet file";
  return new InputError(name, [{ code: "wrong-kind", path: [], found, expected: "a plan document or a fleet", fix }]);
}
