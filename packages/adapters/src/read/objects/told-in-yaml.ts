import type { Told } from "./told-in-json.ts";

/** A key, or a dash, whose value is a text of several lines below it. */
const BLOCK = /(?<![^:\s-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

const FIELDS = {
  apiVersion: /^(?:\{ *)?["']?apiVersion["']? *: *["']?([^\s,"'}]+)/,
  // Of a map on one line, behind the other.
  kind: /^(?:\{ *)?(?:["']?apiVersion["']? *: *[^\s,}]+, *)?["']?kind["']? *: *["']?([^\s,"'}]+)/,
};

/** Objects of a YAML text that may be cut off: documents, the entries of their `items`, or of a document that is a list. */
export function toldInYaml(text: string): readonly Told[] {
  const objects = [blank()];
  let document = objects[0] ?? blank();
  let hasKeys = false;
  let isInItems = false;
  let item: { readonly told: ReturnType<typeof blank>; readonly dashAt: number; readonly keysAt: number } | null = null;
  let blockAt: number | null = null;
  for (const line of text.split(/\r?\n|\r/)) {
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (content === "" || (blockAt !== null && indent > blockAt)) continue;
    blockAt = BLOCK.test(content) ? indent + blockIndent(content) : null;
    if (content.startsWith("#")) continue;
    if (/^(---|\.\.\.)/.test(line)) {
      document = blank();
      objects.push(document);
      [hasKeys, isInItems, item] = [false, false, null];
      continue;
    }
    const dash = /^- +(?=\S)/.exec(content)?.[0].length ?? 0;
    if (dash > 0 && (isInItems || (indent === 0 && !hasKeys))) {
      if (item !== null && indent !== item.dashAt) continue;
      item = { told: blank(), dashAt: indent, keysAt: indent + dash };
      objects.push(item.told);
      tell(item.told, content.slice(dash));
    } else if (item !== null && indent === item.keysAt) tell(item.told, content);
    else if (indent === 0 && dash === 0) {
      [hasKeys, isInItems, item] = [true, /^items *:\s*(#.*)?$/.test(content), null];
      tell(document, content);
    }
  }
  return objects;
}

/** Behind the dashes of a line, where the key stands whose lines are below, or at the last dash where there is no key. */
function blockIndent(content: string): number {
  const dashes = /^(?:- +)*/.exec(content)?.[0] ?? "";
  return /^[|>]/.test(content.slice(dashes.length)) ? Math.max(0, dashes.lastIndexOf("-")) : dashes.length;
}

function blank() {
  return { apiVersion: "", kind: "" };
}

/** The first of each key counts: what stands behind it is within. */
function tell(told: ReturnType<typeof blank>, content: string): void {
  for (const key of ["apiVersion", "kind"] as const)
    if (told[key] === "") told[key] = FIELDS[key].exec(content)?.[1] ?? "";
}
