import { type Finding, findingOfProblem } from "@nkp-planner/core";
import { textOfBytes } from "../text/file-text.ts";
import { isLarge, type LargeFile } from "../text/large-file.ts";
import { INPUT_KINDS, type InputKind } from "./input-kinds.ts";
import type { KnownFormat } from "./known/known-format.ts";
import { knownFormats } from "./known/known-formats.ts";
import type { FileToRead, Likeness, Reader } from "./reader.ts";

/** So many first bytes tell what a file is. */
const HEAD_BYTES = 65_536;

/** The one reader that a file is for, or why there is none: none fits, or several do. */
export type Recognised =
  | { readonly reader: Reader }
  | {
      readonly reader: null;
      readonly isAmbiguous: boolean;
      /** Whether it is of a format that has a name, and that says nothing of use. */
      readonly isKnown: boolean;
      readonly finding: Finding;
    };

const STRENGTH: Readonly<Record<Likeness, number>> = { sure: 2, maybe: 1, no: 0 };

/**
 * Which of some readers a file is for, by what is in it before what it is called. Among those that may read it by its
 * name alone the first in the list is taken: its problems say best what is missing.
 */
export function recognise(file: FileToRead | LargeFile, readers: readonly Reader[]): Recognised {
  const { name } = file;
  const head = headOf(file);
  const liked = readers.map((reader) => ({ reader, strength: STRENGTH[reader.sniff(head, name)] }));
  const most = Math.max(0, ...liked.map(({ strength }) => strength));
  const known = knownFormats.find((format) => format.is(head, name));
  if (known !== undefined)
    return { reader: null, isAmbiguous: false, isKnown: true, finding: knownRefusal(name, known, readers) };
  const best = most === 0 ? [] : liked.filter(({ strength }) => strength === most);
  const [first, ...others] = best.map(({ reader }) => reader);
  if (first !== undefined && (others.length === 0 || most === STRENGTH.maybe)) return { reader: first };
  return {
    reader: null,
    isAmbiguous: first !== undefined,
    isKnown: false,
    finding: first === undefined ? fitsNone(name, readers) : fitsSeveral(name, [first, ...others]),
  };
}

/**
 * The same where some kinds are wanted: a reader that gives one of them goes before all others, which tell what else it is.
 */
export function recogniseFor(
  file: FileToRead | LargeFile,
  readers: readonly Reader[],
  kinds: readonly InputKind[],
): Recognised {
  const wanted = readers.filter(({ gives }) => kinds.includes(gives));
  const surely = wanted.filter((reader) => isSurelyFor(file, reader));
  return recognise(file, surely.length > 0 ? wanted : readers);
}

/** Files that one reader reads together, or one of them. */
export interface FilesOfReader {
  readonly reader: Reader;
  readonly files: readonly [FileToRead | LargeFile, ...(FileToRead | LargeFile)[]];
}

/** Files by their readers: together where a reader joins them, else each by itself. */
export function filesByReader(
  pairs: readonly { readonly reader: Reader; readonly file: FileToRead | LargeFile }[],
): readonly FilesOfReader[] {
  const groups: { reader: Reader; files: [FileToRead | LargeFile, ...(FileToRead | LargeFile)[]] }[] = [];
  for (const { reader, file } of pairs) {
    const joined = groups.find((group) => group.reader === reader && reader.capabilities.joinsFiles === true);
    if (joined === undefined) groups.push({ reader, files: [file] });
    else joined.files.push(file);
  }
  return groups;
}

/** Whether what is in a file, and not its name alone, says that a reader is for it. */
export function isSurelyFor(file: FileToRead | LargeFile, reader: Reader): boolean {
  return reader.sniff(headOf(file), file.name) === "sure";
}

/** A character that the cut went through is left out. */
function headOf(file: FileToRead | LargeFile): string {
  const first = isLarge(file) ? file.head : file.bytes;
  return textOfBytes(first.subarray(0, HEAD_BYTES))?.text ?? "";
}

function fitsNone(name: string, readers: readonly Reader[]): Finding {
  return refusal(name, "a file that is none of them", kindsOf(readers), "see the examples for what each looks like");
}

function knownRefusal(name: string, { title, fix }: KnownFormat, readers: readonly Reader[]): Finding {
  return refusal(name, title, kindsOf(readers), fix);
}

function kindsOf(readers: readonly Reader[]): string {
  return [...new Set(readers.map(({ gives }) => INPUT_KINDS[gives].title))].join(", ");
}

function fitsSeveral(name: string, readers: readonly Reader[]): Finding {
  const ids = readers.map(({ id }) => id);
  return refusal(
    name,
    `a file that may be ${ids.join(" or ")}`,
    "one of them",
    "say which, on the command line with --as",
  );
}

function refusal(file: string, found: string, expected: string, fix: string): Finding {
  return findingOfProblem({ code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 }, file);
}
