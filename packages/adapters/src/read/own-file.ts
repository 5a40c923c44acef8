import { NO_OPTIONS } from "../formats/options.ts";
import { INPUT_KINDS, type InputKind } from "./input-kinds.ts";
import { defineReader } from "./making/define-reader.ts";
import { LARGEST_TEXT_BYTES, type Likeness, type Reader } from "./reader.ts";

/** A reader of the planner's own files of a kind, in YAML or JSON. */
export function ownFileReader<Kind extends InputKind>(
  own: Pick<Reader<Kind>, "id" | "title" | "gives" | "example">,
): Reader<Kind> {
  return defineReader({
    ...own,
    fileNames: [".yaml", ".yml", ".json"],
    options: NO_OPTIONS,
    capabilities: { syntax: "yaml", mostBytes: LARGEST_TEXT_BYTES },
    sniff: (head, name) => likenessOf(own.gives, head, name),
    load: async () => ({ read: (await import("./yaml-text.ts")).readYaml }),
  });
}

/** `kind: Fleet` on a line of its own, or as JSON has it. */
function likenessOf(gives: InputKind, head: string, name: string): Likeness {
  const { fileKind } = INPUT_KINDS[gives];
  const [, found] = /(?:^|[{,\s])"?kind"?\s*:\s*["']?([A-Za-z]+)/.exec(head) ?? [];
  if (found !== undefined && found === fileKind) return "sure";
  if (Object.values(INPUT_KINDS).some((kind) => kind.fileKind === found && found !== undefined)) return "no";
  return /\.(ya?ml|json)$/i.test(name) || looksLikeOwnFile(head) ? "maybe" : "no";
}

/** Whether a text without a name begins as files of the planner's own do. */
export function looksLikeOwnFile(head: string): boolean {
  return /^\s*\{/.test(head) || /^(apiVersion|kind|tenants|items|ranges):/m.test(head);
}
