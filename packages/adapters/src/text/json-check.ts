import { tokenEnd, tokenStart } from "./json-tokens.ts";

/** What keeps a text from being JSON that says one thing: the first such place. */
export interface JsonFault {
  readonly at: number;
  /** `depth`: nested deeper than anybody writes; `end`: the text ends too early. */
  readonly is: "syntax" | "end" | "depth" | "repeated-key";
  /** What may stand there, or the key that is repeated. */
  readonly word: string;
}

/** What comes next, in words. */
const EXPECTED = {
  value: "a value",
  "first-value": "a value or ]",
  key: "a key in quotation marks",
  "first-key": "a key in quotation marks or }",
  colon: "a colon after the key",
  "map-comma": "a comma or }",
  "list-comma": "a comma or ]",
  nothing: "nothing more",
} as const;
type Expected = keyof typeof EXPECTED;

/** Goes through a text once. @returns null where it is JSON, nested no deeper than asked for, without a key twice in a map */
export function jsonFault(text: string, mostDepth: number): JsonFault | null {
  /** Of each map that is open its keys so far; null for a list. */
  const open: (Set<string> | null)[] = [];
  let expected: Expected = "value";
  let at = tokenStart(text, 0);
  while (at < text.length) {
    const end = tokenEnd(text, at);
    if (end === null) return { at, is: "syntax", word: EXPECTED[expected] };
    const mark = text.charAt(at);
    const keys = open.at(-1) ?? null;
    const next = after(expected, mark, keys !== null);
    if (next === null) return { at, is: "syntax", word: EXPECTED[expected] };
    if (next === "colon") {
      const key = text.slice(at, end);
      if (keys?.has(key)) return { at, is: "repeated-key", word: key };
      keys?.add(key);
    }
    if (mark === "{" || mark === "[") open.push(mark === "{" ? new Set() : null);
    else if (mark === "}" || mark === "]") open.pop();
    if (open.length > mostDepth) return { at, is: "depth", word: "" };
    expected = next === "ended" ? afterValue(open) : next;
    at = tokenStart(text, end);
  }
  return expected === "nothing" ? null : { at: text.length, is: "end", word: EXPECTED[expected] };
}

/** What is expected after a token; null where it may not stand there; `ended`: a value is complete. */
function after(expected: Expected, mark: string, isInMap: boolean): Expected | "ended" | null {
  if (expected === "colon") return mark === ":" ? "value" : null;
  if (expected === "key" || expected === "first-key") {
    if (mark === '"') return "colon";
    return mark === "}" && expected === "first-key" ? "ended" : null;
  }
  if (expected === "map-comma" || expected === "list-comma") {
    if (mark === ",") return isInMap ? "key" : "value";
    return mark === (isInMap ? "}" : "]") ? "ended" : null;
  }
  if (expected === "nothing" || mark === "," || mark === ":" || mark === "}") return null;
  if (mark === "]") return expected === "first-value" ? "ended" : null;
  if (mark === "{") return "first-key";
  return mark === "[" ? "first-value" : "ended";
}

function afterValue(open: readonly (Set<string> | null)[]): Expected {
  if (open.length === 0) return "nothing";
  return open.at(-1) === null ? "list-comma" : "map-comma";
}
