import { BYTES_PER_MIB, InputError } from "@nkp-planner/core";
import type { InputLine } from "./input-line.ts";
import { LONGEST_PIECE_MIB, linesOf } from "./lines-of.ts";

/** At the beginning of a line these part documents wherever they stand. @see https://yaml.org/spec/1.2.2/#914-explicit-documents */
const BEGINS = /^---(?=\s|$)/;
const ENDS = /^\.\.\.(?=\s|$)/;
/** A line that is in no document: empty, a comment, or a directive for what comes. */
const SAYS_NOTHING = /^(\s*(#.*)?|%.*|(---|\.\.\.)\s*(#.*)?)$/;

/** The documents of a YAML text as it comes; empty ones are left out. @throws InputError where one is too large @param name of the input */
export async function* yamlDocuments(texts: AsyncIterable<string>, name: string): AsyncGenerator<InputLine> {
  let held: InputLine[] = [];
  let size = 0;
  let isSaying = false;
  for await (const line of linesOf(texts, name)) {
    const isEnd = ENDS.test(line.text);
    if (isEnd || BEGINS.test(line.text)) {
      if (isSaying) yield documentOf(held);
      // Directives stand above the document that they are for.
      if (isSaying || isEnd) held = [];
      if (held.length === 0) size = 0;
      isSaying = false;
    }
    if (!isEnd) held.push(line);
    isSaying ||= !SAYS_NOTHING.test(line.text);
    size += line.text.length;
    if (size > LONGEST_PIECE_MIB * BYTES_PER_MIB) throw tooLarge(name, held[0]?.lineNumber ?? line.lineNumber);
  }
  if (isSaying) yield documentOf(held);
}

/** Without what stands above its directives or its first words, so that its line is theirs. */
function documentOf(held: readonly InputLine[]): InputLine {
  const begin = held.findIndex(({ text }) => text.startsWith("%") || !SAYS_NOTHING.test(text));
  const lines = held.slice(begin);
  return { lineNumber: lines[0]?.lineNumber ?? 1, text: `${lines.map(({ text }) => text).join("\n")}\n` };
}

function tooLarge(name: string, line: number): InputError {
  const found = `a document of more than ${LONGEST_PIECE_MIB} MiB`;
  const expected = "a tenant a document";
  return new InputError(name, [{ path: [], line, found, expected, fix: "part the tenants by lines of ---" }]);
}
