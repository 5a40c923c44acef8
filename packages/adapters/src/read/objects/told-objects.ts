import { tokenEnd, tokenStart } from "../../text/json-tokens.ts";

/** What an object says that it is, as far as a beginning of a text tells. */
export interface ToldObject {
  /** Empty for the core group, and where it does not say. */
  readonly group: string;
  /** Empty where it does not say. */
  readonly kind: string;
}

/**
 * The objects of a text that may be cut off, those of lists included. What objects refer to is none, nor is what texts
 * within them hold, as ConfigMaps do.
 */
export function toldObjects(head: string): readonly ToldObject[] {
  const text = head.replace(/^\uFEFF/, "").replace(/^(Warning: .*\r?\n)+/, "");
  return /^\s*[{[]/.test(text) ? ofJson(text) : ofYaml(text);
}

function ofYaml(text: string): readonly ToldObject[] {
  const objects: { apiVersion: string; kind: string }[] = [];
  let itemIndent: number | null = null;
  let blockIndent: number | null = null;
  let isInItems = false;
  for (const line of text.split(/\r?\n|\r/)) {
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== null && (indent > blockIndent || line.trim() === "")) continue;
    blockIndent = BLOCK.test(line) ? indent : null;
    if (/^(---|\.\.\.)/.test(line) || objects.length === 0) {
      objects.push({ apiVersion: "", kind: "" });
      [itemIndent, isInItems] = [null, false];
    }
    const dash = /^( *)-( +)(?=\S)/.exec(line);
    if (
      dash !== null &&
      (isInItems || indent === 0) &&
      (itemIndent === null || indent === itemIndent - (dash[2] ?? "").length - 1)
    ) {
      itemIndent = (dash[0] ?? "").length;
      objects.push({ apiVersion: "", kind: "" });
    } else if (indent !== 0 && indent !== itemIndent) continue;
    else if (indent === 0 && line.trim() !== "")
      isInItems = /^items\s*:\s*(#.*)?$/.test(line) || (isInItems && dash !== null);
    const object = objects.at(-1);
    if (object === undefined) continue;
    for (const key of ["apiVersion", "kind"] as const) {
      const value = FIELD[key].exec(line)?.[2];
      if (value !== undefined && object[key] === "") object[key] = value;
    }
  }
  return objects.map(told).filter(({ group, kind }) => group !== "" || kind !== "");
}

/** A key whose value is a text of several lines below it. */
const BLOCK = /(^|[:\s-]\s*)[|>][+-]?\d?[+-]?\s*(#.*)?$/;

/** At the beginning of a line, behind a dash, or first in a map on one line. */
const FIELD = {
  apiVersion: /^( *-? *(?:\{ *)?)["']?apiVersion["']? *: *["']?([^\s,"'}]+)/,
  kind: /^( *-? *(?:\{ *)?(?:["']?apiVersion["']? *: *[^,}]+, *)?)["']?kind["']? *: *["']?([^\s,"'}]+)/,
};

/** Keys of the outermost map, of the entries of its `items`, or of those of the outermost list. */
function ofJson(text: string): readonly ToldObject[] {
  const found = new Map<number, { apiVersion: string; kind: string }>();
  const objects: { apiVersion: string; kind: string }[] = [];
  const stack: { readonly opening: string; readonly key: string }[] = [];
  let key = "";
  let word = "";
  for (let at = tokenStart(text, 0); at < text.length; ) {
    const end = tokenEnd(text, at);
    if (end === null) break;
    const token = text.slice(at, end);
    const within = stack.at(-1);
    if (token === "{" || token === "[") {
      stack.push({ opening: token, key });
      if (token === "{") found.delete(stack.length);
      [key, word] = ["", ""];
      if (token === "{" && isObjectAt(stack)) {
        const object = { apiVersion: "", kind: "" };
        found.set(stack.length, object);
        objects.push(object);
      }
    } else if (token === "}" || token === "]") stack.pop();
    else if (token === ":") key = word;
    else if (token !== ",") {
      if (within?.opening === "{" && (key === "apiVersion" || key === "kind") && token.startsWith('"')) {
        const object = found.get(stack.length);
        if (object !== undefined) object[key] = token.slice(1, -1);
      }
      word = key === "" && token.startsWith('"') ? token.slice(1, -1) : "";
    }
    if (token === ",") [key, word] = ["", ""];
    at = tokenStart(text, end);
  }
  return objects.map(told).filter(({ group, kind }) => group !== "" || kind !== "");
}

function isObjectAt(stack: readonly { readonly opening: string; readonly key: string }[]): boolean {
  const openings = stack.map(({ opening }) => opening).join("");
  return openings === "{" || openings === "[{" || (openings === "{[{" && stack[1]?.key === "items");
}

function told({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): ToldObject {
  const [group = "", version] = apiVersion.split("/");
  return { group: version === undefined ? "" : group, kind };
}
