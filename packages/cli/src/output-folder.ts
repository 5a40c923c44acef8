import { lstat, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { EmittedFile } from "@nkp-planner/adapters";
import { InputError, shown } from "@nkp-planner/core";

/**
 * Writes files below a folder, which is made where there is none.
 * @throws InputError where the folder is none, holds files already, or may not be written to
 */
export async function writeFiles(
  folder: string,
  files: readonly EmittedFile[],
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  const root = resolve(folder);
  const targets = files.map(({ path, text }) => ({ path: inside(root, path), text }));
  try {
    await mkdir(root, { recursive: true });
    if (!isForced && (await readdir(root)).length > 0) {
      throw refused(folder, "a folder that is not empty", "an empty or a new one", "choose another, or add --force");
    }
    for (const { path } of targets) await refuseLinks(root, path);
    for (const { path, text } of targets) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  } catch (error) {
    throw explained(folder, error);
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

const MEANINGS: Readonly<Record<string, string>> = {
  EEXIST: "a file in the way of a folder",
  ENOTDIR: "a file in the way of a folder",
  EISDIR: "a folder in the way of a file",
  EACCES: "a folder you may not write to",
  EPERM: "a folder you may not write to",
  EROFS: "a folder you may not write to",
  ENOSPC: "a full disk",
};

export function explained(folder: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const found = MEANINGS[code];
  return found === undefined ? error : refused(folder, found, "a folder to write to", "choose another with --out");
}

export function refused(subject: string, found: string, expected: string, fix: string): InputError {
  return new InputError(subject, [{ path: [], found, expected, fix }]);
}
