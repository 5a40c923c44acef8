import { type FileHandle, open } from "node:fs/promises";
import { type FileToRead, LARGEST_TEXT_BYTES } from "@nkp-planner/adapters";
import { BYTES_PER_MIB, type InputError } from "@nkp-planner/core";
import type { ShellProcess } from "./shell.ts";
import { explained, refused } from "./system-errors.ts";
import { ON_READING } from "./system-words.ts";

const STANDARD_INPUT = "standard input";
const LARGEST_MIB = LARGEST_TEXT_BYTES / BYTES_PER_MIB;

/** What a file is called where problems are told of. */
export function fileNameOf(path: string): string {
  return path === "-" ? STANDARD_INPUT : path;
}

/** Opens a file, or standard input for `-`. @throws InputError when it cannot be read */
export async function openFile(process: ShellProcess, path: string): Promise<FileToRead> {
  const name = fileNameOf(path);
  try {
    return { name, bytes: path === "-" ? await bytesOfStream(process.stdin, name) : await bytesOfFile(path) };
  } catch (error) {
    throw explained(name, error, "a file to read", ON_READING);
  }
}

/** No more than may be, and one byte: a device or a pipe may have no end. */
async function bytesOfStream(stream: AsyncIterable<Buffer | string>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LARGEST_TEXT_BYTES) throw tooLarge(name, `more than ${LARGEST_MIB} MiB`);
  }
  return Buffer.concat(chunks);
}

async function bytesOfFile(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    return await bytesOfOpen(file, path);
  } finally {
    await file.close();
  }
}

async function bytesOfOpen(file: FileHandle, path: string): Promise<Uint8Array> {
  const found = await file.stat();
  if (found.isDirectory()) throw refused(path, "a directory", "a file", "name the fleet file in it");
  if (found.size > LARGEST_TEXT_BYTES) throw tooLarge(path, `${found.size} bytes`);
  return await bytesOfStream(file.createReadStream({ autoClose: false }), path);
}

function tooLarge(name: string, found: string): InputError {
  return refused(name, found, `at most ${LARGEST_MIB} MiB`, "split the file");
}
