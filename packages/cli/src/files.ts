import { open, stat } from "node:fs/promises";
import { LARGEST_TEXT_BYTES, type Place, type Reader } from "@nkp-planner/adapters";
import { InputError, type Problem } from "@nkp-planner/core";
import type { ShellProcess } from "./shell.ts";

/** A value with the file it was read from. */
export interface ReadFile<Value> {
  readonly subject: string;
  readonly value: Value;
  placeOf(path: Problem["path"]): Place;
}

/** A value that comes with the program, where the user gave no file. */
export function shipped<Value>(subject: string, value: Value): ReadFile<Value> {
  return { subject, value, placeOf: () => ({ line: 1, column: 1 }) };
}

/** Reads a file, or standard input for `-`. @throws InputError when it cannot be read, or with all its problems */
export async function readFile<Value>(
  process: ShellProcess,
  path: string,
  reader: Reader<Value>,
): Promise<ReadFile<Value>> {
  const subject = path === "-" ? "standard input" : path;
  const result = reader.read(path === "-" ? await readStream(process.stdin) : await readText(path));
  if (!result.ok) throw new InputError(subject, result.problems);
  return { subject, value: result.value, placeOf: result.placeOf };
}

async function readStream(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LARGEST_TEXT_BYTES) throw tooLarge("standard input", "more bytes");
  }
  return decoded(Buffer.concat(chunks), "standard input");
}

async function readText(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, "a directory", "a file", "name the fleet file in it");
    if (found.size > LARGEST_TEXT_BYTES) throw tooLarge(path, `${found.size} bytes`);
    const file = await open(path);
    try {
      return decoded(await file.readFile(), path);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw unreadable(path, "no such file", "a file", "check the path");
    if (code === "EACCES" || code === "EPERM")
      throw unreadable(path, "a file you may not read", "a readable file", "change its permissions");
    throw error;
  }
}

function decoded(bytes: Buffer, subject: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(subject, "bytes that are no text", "a text file in UTF-8", "save it as UTF-8");
  }
}

function tooLarge(subject: string, found: string): InputError {
  return unreadable(subject, found, `at most ${LARGEST_TEXT_BYTES} bytes`, "split the file");
}

function unreadable(subject: string, found: string, expected: string, fix: string): InputError {
  return new InputError(subject, [{ path: [], found, expected, fix }]);
}
