import { isCollection, isMap, isScalar, isSeq, parse, parseDocument, stringify } from "yaml";
import { textOfBytes } from "./file-text.ts";
import { yamlFile, yamlLine } from "./yaml-file.ts";

const WIDTH = 120;

/** As much of a fleet's data as changes when tenants join it. */
interface FleetData {
  readonly tenants: readonly unknown[];
  readonly [key: string]: unknown;
}

/**
 * A fleet file with other values at its head and further tenants at its end: byte for byte what it was but there, with
 * comments and in its order. Where that is not possible (JSON, lists in brackets, anchors), it is written anew, if it can
 * be with its comments.
 *
 * @param file as it was read
 * @param fleet what it is to say; its first tenants are the file's
 */
export function fleetTextWith(file: Uint8Array, fleet: FleetData): string {
  const text = textOfBytes(file)?.text ?? "";
  const says = (written: string | null) => written !== null && isSame(written, fleet);
  // A program reads what is JSON, and people YAML.
  if (/^\s*\{/.test(text)) return yamlFile(fleet);
  const ways = [() => patched(text, fleet), () => rewritten(text, fleet)];
  for (const way of ways) {
    const written = way();
    if (says(written)) return written as string;
  }
  return yamlFile(fleet);
}

/** Only what changes is taken out of the text and put in; null: the text is not written so. */
function patched(text: string, fleet: FleetData): string | null {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents) || contents.flow === true) return null;
  const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const [key, value] of Object.entries(fleet)) {
    const node: unknown = contents.get(key, true);
    if (key === "tenants" || isCollection(node)) continue;
    if (!isScalar(node) || !node.range) return null;
    if (String(node.value) === String(value)) continue;
    changes.push({ from: node.range[0], to: node.range[1], text: yamlLine(value) });
  }
  const tenants: unknown = contents.get("tenants", true);
  if (!isSeq(tenants) || tenants.flow === true || !tenants.range) return null;
  const added = fleet.tenants.slice(tenants.items.length);
  const last: unknown = tenants.items.at(-1);
  if (added.length > 0 && !(isCollection(last) && last.range)) return null;
  if (added.length > 0 && isCollection(last) && last.range) {
    const from = endOfLine(text, last.range[1]);
    changes.push({ from, to: from, text: listed(added, text, tenants.range[0], from) });
  }
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((so, { from, to, text: put }) => so.slice(0, from) + put + so.slice(to), text);
}

/** Where the next line begins; the end of the text where there is none. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** Items as the list has them: its indentation, and its ends of lines. */
function listed(items: readonly unknown[], text: string, listAt: number, at: number): string {
  const indent = text.slice(text.lastIndexOf("\n", listAt - 1) + 1, listAt);
  const lines = stringify(items, { lineWidth: WIDTH, aliasDuplicateObjects: false }).trimEnd().split("\n");
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const before = at === 0 || text[at - 1] === "\n" ? "" : eol;
  return before + lines.map((line) => `${line === "" ? "" : indent}${line}${eol}`).join("");
}

/** The whole file written anew, with its comments. */
function rewritten(text: string, fleet: FleetData): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const tenants: unknown = document.get("tenants");
  if (!isSeq(tenants)) return null;
  for (const [key, value] of Object.entries(fleet)) {
    const node: unknown = document.get(key, true);
    if (key === "tenants" || isCollection(node) || (isScalar(node) && String(node.value) === String(value))) continue;
    document.set(key, value);
  }
  if (tenants.items.length === 0) tenants.flow = false;
  for (const tenant of fleet.tenants.slice(tenants.items.length)) tenants.add(document.createNode(tenant));
  return document.toString({ lineWidth: 0 });
}

function isSame(text: string, fleet: FleetData): boolean {
  try {
    const [written, wanted] = [parse(text), parse(yamlFile(fleet))];
    return JSON.stringify(sorted(written)) === JSON.stringify(sorted(wanted));
  } catch {
    return false;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
