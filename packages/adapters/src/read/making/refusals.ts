import type { Problem } from "@nkp-planner/core";
import type { FileText } from "../../text/file-text.ts";
import type { LargeFile } from "../../text/large-file.ts";
import type { FileToRead } from "../reader.ts";

/** What is wrong, in three words of a problem. */
export type Refusal = readonly [found: string, expected: string, fix: string];

/** What is larger than may be is held a little further than that, and refused by it. */
export async function heldUpTo(file: LargeFile, mostBytes: number): Promise<FileToRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.chunks()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  const bytes = new Uint8Array(size);
  for (let at = 0; chunks.length > 0; at += chunks.shift()?.length ?? 0) bytes.set(chunks[0] ?? new Uint8Array(), at);
  return { name: file.name, bytes };
}

export function tooLarge(size: number, most: number): Refusal {
  return [`${size} bytes`, `at most ${most}`, "split the file"];
}

export const NO_TEXT: Refusal = ["bytes that are no text", "a text file in UTF-8", "save it as UTF-8"];

export function refusal([found, expected, fix]: Refusal): Problem {
  return { code: "unreadable", path: [], found, expected, fix, ...START };
}

export function guessed({ guessed: as }: Pick<FileText, "guessed">): readonly string[] {
  return as === null ? [] : [`Letters beyond A to Z are read as ${as}, as nothing in the file says how.`];
}

const START = { line: 1, column: 1 };
