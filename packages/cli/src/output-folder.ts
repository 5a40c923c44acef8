import { randomUUID } from "node:crypto";
import { chmod, lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { contentOf, type EmittedFile } from "@nkp-planner/adapters";
import { shown } from "@nkp-planner/core";
import { STANDARD_OUTPUT } from "./output-file.ts";
import { explained, refused } from "./system-errors.ts";

/** Stands in a folder as long as not all of its files are in their place. */
const MARK = "NKP-PLANNER-INCOMPLETE.txt";
const MARK_TEXT = "Not all files of this folder were written: run the command again, with --force.\n";
const EXECUTABLE = 0o755;

/** A file on its way: written aside, and where it goes. */
interface Staged {
  readonly aside: string;
  readonly target: string;
  /** Where the one that it replaces is kept meanwhile; null: there is none. */
  readonly before: string | null;
}

/**
 * Writes files below a folder, which is made where there is none: all of them, or none. They are written aside first, so
 * that a full disk leaves everything as it was; should the computer stop while they are put in place, a file says so.
 * @throws InputError where the folder is none, holds files already, or may not be written to
 */
export async function writeFiles(
  folder: string,
  files: readonly EmittedFile[],
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  const root = rootOf(folder);
  const targets = files.map((file) => ({ file, target: inside(root, file.path) }));
  const aside = join(root, `.nkp-planner-${randomUUID()}`);
  const made: string[] = [];
  const placed: Staged[] = [];
  try {
    await makeFolder(root, made);
    if (!isForced) await requireEmpty(folder);
    const mark = join(root, MARK);
    for (const path of [mark, ...targets.map(({ target }) => target)]) await refuseInTheWay(root, path);
    await makeFolder(aside, made);
    const staged: Staged[] = [];
    for (const [index, one] of targets.entries()) staged.push(await stage(one, join(aside, String(index))));
    for (const { target } of staged) await makeFolder(dirname(target), made);
    await writeFile(mark, MARK_TEXT);
    for (const one of staged) {
      placed.push(one);
      if (one.before !== null) await rename(one.target, one.before);
      await rename(one.aside, one.target);
    }
    await rm(aside, { recursive: true });
    await rm(mark);
  } catch (error) {
    await takeBack(placed.reverse());
    await rm(join(root, MARK), { force: true }).catch(() => undefined);
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    for (const one of made.reverse()) await rmdir(one).catch(() => undefined);
    throw explained(folder, error, "a folder to write to");
  }
}

/** Puts back what stood there, the last first. */
async function takeBack(placed: readonly Staged[]): Promise<void> {
  for (const { target, before } of placed) {
    if (before === null) await rm(target, { force: true }).catch(() => undefined);
    else await rename(before, target).catch(() => undefined);
  }
}

/** Makes a folder and those above it. @param made gets each that was not there, the uppermost first */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  if ((await lstat(folder).catch(() => undefined)) === undefined) {
    await makeFolder(dirname(folder), made);
    await mkdir(folder);
    made.push(folder);
  } else await mkdir(folder, { recursive: true });
}

/** The absolute path of the folder. @throws InputError where it names none */
export function rootOf(folder: string): string {
  if (folder === "" || folder === STANDARD_OUTPUT)
    throw refused("--out", shown(folder), "a folder to write several files to", "name one");
  return resolve(folder);
}

/** @throws InputError where a folder is there and something is in it */
export async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(rootOf(folder)).catch(() => []);
  if (names.length > 0)
    throw refused(folder, "a folder that is not empty", "an empty or a new one", "choose another, or add --force");
}

async function stage({ file, target }: { file: EmittedFile; target: string }, aside: string): Promise<Staged> {
  await writeFile(aside, contentOf(file), { flag: "wx" });
  const found = await lstat(target).catch(() => undefined);
  if (found !== undefined) await chmod(aside, found.mode);
  if ("isExecutable" in file && file.isExecutable === true) await chmod(aside, EXECUTABLE);
  return { aside, target, before: found === undefined ? null : `${aside}-before` };
}

/** The absolute path of a file below a folder. An adapter that leads out of it is mistaken. */
function inside(root: string, path: string): string {
  const target = resolve(root, path);
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new Error(`${shown(path)} is outside of ${root}`);
  return target;
}

/** What was there before may lead elsewhere by a link; writing through it would leave the folder. */
async function refuseInTheWay(root: string, target: string): Promise<void> {
  let path = root;
  for (const part of relative(root, target).split(sep)) {
    path = join(path, part);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) return;
    if (found.isSymbolicLink()) throw refused(path, "a link", "a file or folder", "remove the link");
    if (path === target && found.isDirectory())
      throw refused(path, "a folder in the way of a file", "a file, or nothing", "remove it, or choose another folder");
    if (path !== target && !found.isDirectory())
      throw refused(
        path,
        "a file in the way of a folder",
        "a folder, or nothing",
        "remove it, or choose another folder",
      );
  }
}
