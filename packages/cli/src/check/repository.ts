import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { explained, refused } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";

/** The folder that a check stays in, and how files of it are called. */
export interface Repository {
  readonly root: string;
  /** Of a path: from the root on, with `/` between folders, as reports of GitHub and GitLab want it. */
  nameOf(path: string): string;
}

/** The nearest folder around that git keeps, or the folder itself. */
export async function repositoryAt(folder: string): Promise<Repository> {
  const here = await realpath(folder);
  const root = rootOf(here) ?? here;
  return { root, nameOf: (path) => relative(root, resolve(here, path)).split(sep).join("/") };
}

function rootOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : rootOf(above);
}

/** @throws InputError for a path that leads out of the repository, by itself or by a link, or that is not there */
export async function requireInside({ root }: Repository, path: string): Promise<void> {
  const real = await realpath(path).catch((error: unknown) => {
    throw explained(path, error, "a file or a folder of the repository", ON_READING);
  });
  const within = relative(root, real);
  if (within !== ".." && !within.startsWith(`..${sep}`) && !isAbsolute(within)) return;
  throw refused(path, "a path outside the repository", "files of the repository", "copy what is to be checked into it");
}
