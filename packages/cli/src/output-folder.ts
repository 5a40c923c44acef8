import { lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { contentOf, type EmittedFile } from "@nkp-planner/adapters";
import { shown } from "@nkp-planner/core";
import { replaceFile, STANDARD_OUTPUT } from "./output-file.ts";
import { explained, refused } from "./system-errors.ts";

/** Stands in a folder as long as not all of its files are written. */
const MARK = "NKP-PLANNER-INCOMPLETE.txt";
const MARK_TEXT = "Not all files of this folder were written: run the command again, with --force.\n";

/**
 * Writes files below a folder, which is made where there is none. Where that ends before all are written, a file in it
 * says so.
 * @throws InputError where the folder is none, holds files already, or may not be written to
 */
export async function writeFiles(
  folder: string,
  files: readonly EmittedFile[],
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  if (folder === "" || folder === STANDARD_OUTPUT)
    throw refused("--out", shown(folder), "a folder to write several files to", "name one");
  const root = resolve(folder);
  const targets = files.map((file) => ({ path: inside(root, file.path), content: contentOf(file) }));
  try {
    await mkdir(root, { recursive: true });
    if (!isForced && (await readdir(root)).length > 0) {
      throw refused(folder, "a folder that is not empty", "an empty or a new one", "choose another, or add --force");
    }
    const mark = join(root, MARK);
    for (const path of [mark, ...targets.map((target) => target.path)]) await refuseLinks(root, path);
    await writeFile(mark, MARK_TEXT);
    for (const { path, content } of targets) {
      await mkdir(dirname(path), { recursive: true });
      await replaceFile(path, content, await lstat(path).catch(() => undefined));
    }
    await rm(mark);
  } catch (error) {
    throw explained(folder, error, "a folder to write to");
  }
}

/** The absolute path of a file below a folder. An adapter that leads out of it is mistaken. */
function inside(root: string, path: string): string {
  const target = resolve(root, path);
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new Error(`${shown(path)} is outside of ${root}`);
  return target;
}

/** What was there before may lead elsewhere by a link; writing through it would leave the folder. */
async function refuseLinks(root: string, target: string): Promise<void> {
  let path = root;
  for (const part of relative(root, target).split(sep)) {
    path = join(path, part);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink()) throw refused(path, "a link", "a file or folder", "remove the link");
  }
}
