import type { Problem } from "@nkp-planner/core";
import { type Document, LineCounter, parseAllDocuments } from "yaml";
import { placeIn } from "../../text/json-places.ts";
import { jsonMistake, readJson } from "../../text/json-text.ts";
import { refusedText, tooDeep } from "../../text/parsed-text.ts";
import { depthFault, shapeProblems } from "../../text/yaml-shape.ts";
import type { Place } from "../read-result.ts";
import type { ReadText } from "../reader.ts";
import { MOST_PROBLEMS, placeOf, plainValue, syntaxProblem, TOO_MANY_ALIASES, tooManyAliases } from "../yaml-text.ts";

/** One document of a text. */
export interface StreamDocument {
  readonly data: unknown;
  placeOf(path: Problem["path"]): Place;
}

/** Nobody keeps more objects than this in one file. */
const MOST_DOCUMENTS = 10_000;

/** Reads JSON, or YAML of any number of documents: those that are not empty, or what is wrong with the text. */
export function readStream(text: string): readonly StreamDocument[] | ReadText {
  const json = readJson(text);
  if (json !== null) return json.placeOf === undefined ? json : [{ data: json.data, placeOf: json.placeOf }];
  const deepAt = depthFault(text);
  if (deepAt !== null) return tooDeep(placeIn(text, deepAt));
  if ((text.match(/^---/gm) ?? []).length > MOST_DOCUMENTS)
    return refusedText("more documents than anybody reads", `at most ${MOST_DOCUMENTS}`, "split the file");
  const lines = new LineCounter();
  const documents = parse(text, lines);
  if (documents === null) return tooDeep();
  const errors = documents.flatMap((document) => document.errors);
  if (errors.some(({ message }) => /call stack|Stack overflow/i.test(message))) return tooDeep();
  const problems =
    errors.length > 0
      ? errors.map((error) => syntaxProblem(error, lines))
      : documents.flatMap((document) => shapeProblems(document, lines));
  if (problems.length > 0) return jsonMistake(text) ?? { data: null, problems: problems.slice(0, MOST_PROBLEMS) };
  const read: StreamDocument[] = [];
  for (const document of documents) {
    const data = plainValue(document);
    if (data === TOO_MANY_ALIASES) return tooManyAliases();
    if (data !== null) read.push({ data, placeOf: (path) => placeOf(document, lines, path) });
  }
  return read;
}

/** null where the text is nested deeper than the parser's stack. */
function parse(text: string, lineCounter: LineCounter): readonly Document.Parsed[] | null {
  try {
    const parsed = parseAllDocuments(text, { lineCounter, uniqueKeys: false, prettyErrors: false });
    return "empty" in parsed ? [] : parsed;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
