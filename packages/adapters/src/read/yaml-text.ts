import type { Problem } from "@nkp-planner/core";
import { type Document, isAlias, isMap, isNode, LineCounter, type Node, parseDocument } from "yaml";
import type { Place } from "./read-result.ts";
import type { ReadText } from "./reader.ts";

/** An alias may stand for a value so many times before the file is taken for an attack. */
const MOST_ALIASES = 100;

/** Reads YAML or JSON text (JSON is YAML): plain data and where its parts stand, or what is wrong with the text. */
export function readYaml(text: string): ReadText {
  const lines = new LineCounter();
  const document = parse(text, lines);
  const isTooDeep = document?.errors.some(({ message }) => /call stack|Stack overflow/i.test(message)) ?? true;
  if (document === null || isTooDeep)
    return refuse("lists or maps nested too deeply", "a handful of levels", "flatten the file");
  if (document.errors.length > 0) return { data: null, problems: document.errors.map(syntaxProblem) };
  if (document.contents === null)
    return refuse("an empty file", "a fleet or a price book", "see examples/ for one to start from");
  const value = plainValue(document);
  if (value === TOO_MANY_ALIASES) {
    return refuse("aliases that repeat far more than they save", `at most ${MOST_ALIASES}`, "write the values out");
  }
  return { data: value, problems: [], placeOf: (path) => placeOf(document, lines, path) };
}

function refuse(found: string, expected: string, fix: string): ReadText {
  return { data: null, problems: [{ path: [], found, expected, fix, line: 1, column: 1 }] };
}

/** null where the text is nested deeper than the parser's stack. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function syntaxProblem(error: Document.Parsed["errors"][number]): Problem {
  const place = error.linePos?.[0];
  const message = error.message.split(" at line ")[0] ?? error.message;
  return {
    path: [],
    found: message,
    expected: "YAML or JSON",
    fix: SYNTAX_FIXES[error.code] ?? "mend the line",
    line: place?.line ?? 1,
    column: place?.col ?? 1,
  };
}

const SYNTAX_FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "remove one of the two",
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "indent it as its neighbours",
  MULTIPLE_DOCS: "keep one document, without further --- lines",
};

const TOO_MANY_ALIASES = Symbol("too many aliases");

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return TOO_MANY_ALIASES;
    throw error;
  }
}

/** Where a path stands: at its key, or at the nearest thing around it that the text has. */
function placeOf(document: Document.Parsed, lines: LineCounter, path: Problem["path"]): Place {
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
