import type { NotTaken, Written } from "../base/versions/step.ts";
import { documentKindOf } from "./document-kind.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** That a document of a form cannot be brought to today's without inventing something. @param lacking what it lacks, as half a sentence */
export function tooOld(old: Written, version: string, lacking: string): NotTaken {
  const kind = documentKindOf(old);
  const found = `${kind === undefined ? "a document" : `a document of the kind ${kind}`} in the form "${version}": ${lacking}`;
  const expected = `the form "${SCHEMA_VERSION}"`;
  const fix = "ask the planner again, with the fleet and the prices that it was made from";
  return { problem: { code: "from-the-past", path: ["schemaVersion"], found, expected, fix } };
}
