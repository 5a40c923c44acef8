import { tokenEnd, tokenStart } from "../../text/json-tokens.ts";

/** What an object says that it is; empty where it does not. */
export interface Told {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Objects of a JSON text that may be cut off: the outermost map, the entries of its `items`, or of the outermost list. */
export function toldInJson(text: string): readonly Told[] {
  const objects: { apiVersion: string; kind: string }[] = [];
  /** Maps and lists that are open, each with the object that it is, and the key behind which it stands. */
  const open: { readonly mark: string; readonly key: string; readonly object: (typeof objects)[number] | null }[] = [];
  let key: string | null = null;
  let word = "";
  for (let at = tokenStart(text, 0); at < text.length; ) {
    const end = tokenEnd(text, at);
    if (end === null) break;
    const token = text.slice(at, end);
    const within = open.at(-1);
    if (token === "{" || token === "[") {
      const isObject = token === "{" && isObjectWithin(open);
      const object = isObject ? { apiVersion: "", kind: "" } : null;
      open.push({ mark: token, key: key ?? "", object });
      if (object !== null) objects.push(object);
      key = null;
    } else if (token === "}" || token === "]") open.pop();
    else if (token === ":") key = word;
    else if (token === ",") key = null;
    else {
      word = token.startsWith('"') ? token.slice(1, -1) : "";
      if (within?.object && (key === "apiVersion" || key === "kind")) within.object[key] = word;
    }
    at = tokenStart(text, end);
  }
  return objects;
}

function isObjectWithin(open: readonly { readonly mark: string; readonly key: string }[]): boolean {
  const [first, second, another] = open;
  if (another !== undefined) return false;
  if (second !== undefined) return first?.mark === "{" && second.mark === "[" && second.key === "items";
  return first === undefined || first.mark === "[";
}
