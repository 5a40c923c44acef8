import type { Problem } from "@nkp-planner/core";
import { tokenEnd, tokenStart } from "./json-tokens.ts";
import type { TextPlace } from "./parsed-text.ts";

/** Where the parts of a JSON text stand: a part's value, or the nearest thing around it that the text has. */
export function jsonPlaces(text: string): (path: Problem["path"]) => TextPlace {
  const lineStarts = lineStartsOf(text);
  // A list or map is gone through once, however many problems are in it.
  const known = new Map<number, ReadonlyMap<string, number>>();
  return (path) => {
    let at = tokenStart(text, 0);
    for (const key of path) {
      const children = known.get(at) ?? childrenAt(text, at);
      known.set(at, children);
      const child = children.get(String(key));
      if (child === undefined) break;
      at = child;
    }
    return placeAt(lineStarts, at);
  };
}

/** Line and column of a place in a text. */
export function placeIn(text: string, at: number): TextPlace {
  return placeAt(lineStartsOf(text), at);
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function placeAt(lineStarts: readonly number[], at: number): TextPlace {
  let [first, last] = [0, lineStarts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((lineStarts[middle] ?? 0) <= at) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: at - (lineStarts[first] ?? 0) + 1 };
}

/** Keys of a map, or positions of a list, and where their values begin; none for a value that has no parts. */
function childrenAt(text: string, start: number): ReadonlyMap<string, number> {
  const children = new Map<string, number>();
  const opening = text.charAt(start);
  if (opening !== "{" && opening !== "[") return children;
  let depth = 1;
  let at = tokenStart(text, start + 1);
  let key = opening === "[" ? "0" : null;
  while (depth > 0 && at < text.length) {
    const end = tokenEnd(text, at) ?? text.length;
    const mark = text.charAt(at);
    if (depth === 1 && mark === ",") key = opening === "[" ? String(children.size) : null;
    else if (depth === 1 && key === null && mark === '"') key = String(JSON.parse(text.slice(at, end)));
    else if (depth === 1 && mark !== ":" && mark !== "}" && mark !== "]" && key !== null) children.set(key, at);
    if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") depth -= 1;
    at = tokenStart(text, end);
  }
  return children;
}
