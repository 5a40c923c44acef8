import { open, stat } from "node:fs/promises";
import { type FileToRead, LARGEST_TEXT_BYTES } from "@nkp-planner/adapters";
import { InputError } from "@nkp-planner/core";
import type { ShellProcess } from "./shell.ts";

const STANDARD_INPUT = "standard input";

/** What a file is called where problems are told of. */
export function fileNameOf(path: string): string {
  return path === "-" ? STANDARD_INPUT : path;
}

/** Opens a file, or standard input for `-`. @throws InputError when it cannot be read */
export async function openFile(process: ShellProcess, path: string): Promise<FileToRead> {
  return { name: fileNameOf(path), bytes: path === "-" ? await bytesOfStream(process.stdin) : await bytesOfFile(path) };
}

async function bytesOfStream(stream: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > LARGEST_TEXT_BYTES) throw tooLarge(STANDARD_INPUT, "more bytes");
  }
  return Buffer.concat(chunks);
}

async function bytesOfFile(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, "a directory", "a file", "name the fleet file in it");
    if (found.size > LARGEST_TEXT_BYTES) throw tooLarge(path, `${found.size} bytes`);
    const file = await open(path);
    try {
      return await file.readFile();
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

function tooLarge(name: string, found: string): InputError {
  return unreadable(name, found, `at most ${LARGEST_TEXT_BYTES} bytes`, "split the file");
}

function unreadable(name: string, found: string, expected: string, fix: string): InputError {
  return new InputError(name, [{ code: "unreadable", path: [], found, expected, fix }]);
}
