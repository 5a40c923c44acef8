import { type Problem, shown } from "@nkp-planner/core";
import { type Document, isCollection, isNode, isScalar, Lexer, type LineCounter, visit } from "yaml";
import { MOST_DEPTH } from "./parsed-text.ts";

/**
 * Where a text is nested deeper than anybody writes within one line; null: nowhere. Asked before it is parsed, as that
 * takes many times as long for every level. Deep indentation takes a text that grows with its square.
 */
export function depthFault(text: string): number | null {
  let depth = 0;
  let inLine = 0;
  let at = 0;
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    if (!isContent) {
      if (token === "[" || token === "{") depth += 1;
      else if (token === "]" || token === "}") depth -= 1;
      else if (token === "-" || token === "?" || token === ":") inLine += 1;
      else if (token === "\n" || token === "\r\n") inLine = 0;
      if (depth > MOST_DEPTH || (depth <= 0 && inLine > MOST_DEPTH)) return at;
    }
    isContent = token === SCALAR;
    if (!MARKS.has(token)) at += token.length;
  }
  return null;
}

/** What the lexer puts between tokens: the next one is a scalar's text; a document begins; flow collections end early. */
const SCALAR = "\u001f";
const MARKS: ReadonlySet<string> = new Set([SCALAR, "\u0002", "\u0018"]);

/**
 * What no file of the planner has: lists or maps as keys, of which one written out takes twice as long for each level,
 * and a key twice in one map. Told before anything is made of them.
 */
export function shapeProblems(document: Document.Parsed, lines: LineCounter): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (node: unknown, found: string, expected: string, fix: string) => {
    const { line, col } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
    problems.push({ path: [], found, expected, fix, line, column: col });
  };
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === null) {
          const found = isCollection(key) ? "a list or a map as a key" : "a key that is no text";
          refuse(key, found, "text before the colon", "name the key");
          return visit.BREAK;
        }
        const name = String(key.value);
        if (keys.has(name))
          refuse(key, `the key ${shown(name)} a second time`, "each key once", "remove one of the two");
        keys.add(name);
      }
      return undefined;
    },
  });
  return problems;
}
