import type { DocumentKind } from "./document-schemas.ts";

/** By which keys a document is known, those that others have too after them. */
const MARKS: readonly (readonly [kind: DocumentKind, ...keys: readonly string[]])[] = [
  ["streamed-comparison", "streamedPlans"],
  ["shard", "shard"],
  ["comparison", "verdict"],
  ["plan", "plan"],
  ["check", "judgements"],
  ["diff", "diffs"],
  ["cost", "plans"],
  ["quote", "quotes"],
  ["break-even", "ties"],
  ["figures", "figures"],
  ["figure", "modelId", "lines"],
  ["figure-list", "models"],
  ["sizes", "sizes"],
  ["forecast", "forecasts"],
  ["lifecycle", "calendars"],
  ["decision", "decision"],
  ["what-if-document", "tornado"],
  ["measurement", "measurement"],
  ["measured-footprint", "measuredFootprint"],
  ["catalog", "factSheets"],
  ["release-changes", "changes"],
  ["schema-list", "schemas"],
];

/** The word by which an entry of the catalog says what it is, and the name of its schema. */
const ENTRIES: ReadonlyMap<unknown, DocumentKind> = new Map([
  ["release", "release"],
  ["assumption", "parameter"],
  ["fact-sheet", "fact-sheet"],
  ["preset", "preset"],
  ["application", "application"],
  ["source", "source"],
]);

/** What a document is, by what it has; undefined: nothing that the planner writes. */
export function documentKindOf(data: Readonly<Record<string, unknown>>): DocumentKind | undefined {
  const has = (key: string) => Object.hasOwn(data, key);
  const entry = has("kind") ? ENTRIES.get(data["kind"]) : undefined;
  return entry ?? MARKS.find(([, ...keys]) => keys.every(has))?.[0];
}
