import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { chmod, lstat, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { explained, refused } from "./system-errors.ts";

/** What stands for standard output where a file may be named. */
export const STANDARD_OUTPUT = "-";

/** What a file is to have: at once, or as it comes. */
export type Content = string | Uint8Array | AsyncIterable<string>;

const A_FILE = "a file to write";

/**
 * Writes one file: whole, or not at all. What was there before stays until all of the new one is on the disk.
 * @throws InputError where there is one already, or it may not be written
 */
export async function writeOutput(
  path: string,
  content: Content,
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  if (path === "") throw refused("--out", "an empty name", A_FILE, "name one");
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory()) throw refused(path, "a folder", A_FILE, "name a file in it");
  if (found?.isSymbolicLink())
    throw refused(path, "a link", "a file or nothing", "remove the link; for standard output, write --out -");
  if (found !== undefined && !isForced)
    throw refused(path, "a file that is there already", "a new one", "choose another name, or add --force");
  try {
    await replaceFile(path, content, found);
  } catch (error) {
    throw explained(path, error, A_FILE);
  }
}

/**
 * Writes beside the file, then puts the new one in its place, so that a full disk leaves the old one as it was.
 * @param before what is there now; a device is written to as it is
 */
async function replaceFile(
  path: string,
  content: Content,
  before: Pick<Stats, "mode" | "isFile"> | undefined,
): Promise<void> {
  if (before !== undefined && !before.isFile()) {
    await writeFile(path, content);
    return;
  }
  const beside = join(dirname(path), `.nkp-planner-${randomUUID()}`);
  try {
    await writeFile(beside, content, { flag: "wx" });
    if (before !== undefined) await chmod(beside, before.mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
