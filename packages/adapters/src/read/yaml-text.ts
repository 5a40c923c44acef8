import type { Problem } from "@nkp-planner/core";
import { type Document, isAlias, isMap, isNode, LineCounter, type Node, parseDocument } from "yaml";
import { placeIn } from "../text/json-places.ts";
import { jsonMistake, readJson } from "../text/json-text.ts";
import { refusedText, tooDeep } from "../text/parsed-text.ts";
import { depthFault, shapeProblems } from "../text/yaml-shape.ts";
import type { Place } from "./read-result.ts";
import type { ReadText } from "./reader.ts";

/** An alias may stand for a value so many times before the file is taken for an attack. */
const MOST_ALIASES = 100;

/** Reads YAML or JSON text: plain data and where its parts stand, or what is wrong with the text. */
export function readYaml(text: string): ReadText {
  const json = readJson(text);
  if (json !== null) return json;
  const deepAt = depthFault(text);
  if (deepAt !== null) return tooDeep(placeIn(text, deepAt));
  const lines = new LineCounter();
  const document = parse(text, lines);
  const isTooDeep = document?.errors.some(({ message }) => /call stack|Stack overflow/i.test(message)) ?? true;
  if (document === null || isTooDeep) return tooDeep();
  const { errors } = document;
  if (errors.length > 0)
    return (
      jsonMistake(text) ?? {
        data: null,
        problems: errors.slice(0, MOST_PROBLEMS).map((error) => syntaxProblem(error, lines)),
      }
    );
  const refused = shapeProblems(document, lines);
  if (refused.length > 0) return { data: null, problems: refused.slice(0, MOST_PROBLEMS) };
  const value = plainValue(document);
  // As it is of a text without anything, and of one that says `null`.
  if (value === null)
    return refusedText("an empty file", "a fleet or a price book", "write one to start from: nkp-planner init");
  if (value === TOO_MANY_ALIASES) {
    return tooManyAliases();
  }
  return { data: value, problems: [], placeOf: (path) => placeOf(document, lines, path) };
}

/** A text that would grow out of all bounds. */
export function tooManyAliases(): ReadText {
  return refusedText("aliases that repeat far more than they save", `at most ${MOST_ALIASES}`, "write the values out");
}

/** null where the text is nested deeper than the parser's stack. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    // What the parser offers beside compares every key of a map with every other, and copies the text for every error.
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A mistake that the parser found, with what to do about it. */
export function syntaxProblem({ message, code, pos }: Document.Parsed["errors"][number], lines: LineCounter): Problem {
  const { line, col } = lines.linePos(pos[0]);
  const fix = SYNTAX_FIXES[code] ?? "mend the line";
  return { path: [], found: message, expected: "YAML or JSON", fix, line: Math.max(1, line), column: Math.max(1, col) };
}

/** After so many mistakes of one text nobody reads on. */
export const MOST_PROBLEMS = 100;

const SYNTAX_FIXES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "indent it as its neighbours",
  MULTIPLE_DOCS: "keep one document, without further --- lines",
};

export const TOO_MANY_ALIASES = Symbol("too many aliases");

/** A document as plain data, or why it is none. */
export function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return TOO_MANY_ALIASES;
    throw error;
  }
}

/** Where a path stands: at its key, or at the nearest thing around it that the text has. */
export function placeOf(document: Document.Parsed, lines: LineCounter, path: Problem["path"]): Place {
  let here: Node | null = document.contents;
  let offset = here?.range?.[0] ?? 0;
  for (const key of path) {
    const next = childOf(resolved(document, here), key);
    if (next === undefined) break;
    offset = next.offset;
    here = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function childOf(parent: Node | null, key: string | number): { node: Node | null; offset: number } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isNode(item.key) && String(Reflect.get(item.key, "value")) === String(key),
    );
    if (pair === undefined || !isNode(pair.key)) return undefined;
    const node = isNode(pair.value) ? pair.value : null;
    return { node, offset: offsetOf(node) ?? offsetOf(pair.key) ?? 0 };
  }
  const item = parent !== null && "items" in parent && typeof key === "number" ? parent.items[key] : undefined;
  return isNode(item) ? { node: item, offset: offsetOf(item) ?? 0 } : undefined;
}

function offsetOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}

function resolved(document: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}
