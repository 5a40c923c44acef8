import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type FileToRead, LARGEST_TEXT_BYTES, type LargeFile } from "@nkp-planner/adapters";
import { BYTES_PER_MIB, type InputError } from "@nkp-planner/core";
import type { ShellProcess } from "./shell.ts";
import { explained, refused } from "./system-errors.ts";
import { ON_READING } from "./system-words.ts";

/** Where a file comes from: a path, `-` for standard input, or what opens it under a name. */
export type FileSource = string | NamedFile;

/** A file that lies on no path, such as one of a revision. */
export interface NamedFile {
  readonly name: string;
  /** @throws InputError when it cannot be read, or is too large to be held */
  open(): Promise<FileToRead>;
}

/** What to do with a file that is too large to be held. */
export const SPLIT_FILE = "split the file";

const STANDARD_INPUT = "standard input";
/** Of a stream, enough to tell what it is by. */
const HEAD_CHUNKS = 2;
const LARGEST_MIB = LARGEST_TEXT_BYTES / BYTES_PER_MIB;

/** What a file is called where problems are told of. */
export function fileNameOf(source: FileSource): string {
  if (typeof source !== "string") return source.name;
  return source === "-" ? STANDARD_INPUT : source;
}

/** Opens a file, or standard input for `-`. @throws InputError when it cannot be read, or is too large to be held */
export async function openFile(process: ShellProcess, source: FileSource): Promise<FileToRead> {
  if (typeof source !== "string") return await source.open();
  const opened = await opening(process, source, (name, _held, stream) => {
    // Its stream would keep the program waiting.
    void stream.return?.();
    throw tooLarge(name, `more than ${LARGEST_MIB} MiB`);
  });
  return opened as FileToRead;
}

/** The same, but what is too large to be held is handed over piece by piece. @throws InputError when it cannot be read */
export function openAnyFile(process: ShellProcess, path: string): Promise<FileToRead | LargeFile> {
  return opening(process, path, (name, held, source) => largeFile(process, name, held, source));
}

type IfLarge = (name: string, held: Buffer[], source: AsyncIterator<Buffer | string>) => LargeFile;

async function opening(process: ShellProcess, path: string, ifLarge: IfLarge): Promise<FileToRead | LargeFile> {
  const name = fileNameOf(path);
  try {
    return path === "-" ? await ofStream(process.stdin, name, ifLarge) : await ofFile(path, ifLarge);
  } catch (error) {
    throw explained(name, error, "a file to read", ON_READING);
  }
}

/** What comes beyond the most that is held is not awaited: a device or a pipe may have no end. */
async function ofStream(
  stream: AsyncIterable<Buffer | string>,
  name: string,
  ifLarge: IfLarge,
): Promise<FileToRead | LargeFile> {
  const source = stream[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let size = 0;
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    held.push(Buffer.from(next.value));
    size += next.value.length;
    if (size > LARGEST_TEXT_BYTES) return ifLarge(name, held, source);
  }
  return { name, bytes: Buffer.concat(held) };
}

function largeFile(
  process: ShellProcess,
  name: string,
  held: Buffer[],
  source: AsyncIterator<Buffer | string>,
): LargeFile {
  let size = 0;
  const told = (chunk: Buffer): Buffer => {
    size += chunk.length;
    process.say(`Reading ${name}: ${Math.floor(size / BYTES_PER_MIB)} MiB`);
    return chunk;
  };
  return {
    name,
    head: Buffer.concat(held.slice(0, HEAD_CHUNKS)),
    async *chunks() {
      for (let first = held.shift(); first !== undefined; first = held.shift()) yield told(first);
      for (let next = await source.next(); next.done !== true; next = await source.next())
        yield told(Buffer.from(next.value));
    },
  };
}

async function ofFile(path: string, ifLarge: IfLarge): Promise<FileToRead | LargeFile> {
  const found = await stat(path);
  if (found.isDirectory()) throw refused(path, "a directory", "a file", "name the fleet file in it");
  return await ofStream(createReadStream(path), path, ifLarge);
}

function tooLarge(name: string, found: string): InputError {
  return refused(name, found, `at most ${LARGEST_MIB} MiB`, SPLIT_FILE);
}
