import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readers } from "@nkp-planner/adapters";
import { explained, refused } from "./system-errors.ts";
import { ON_READING } from "./system-words.ts";

/** Nobody brings in more files at once. */
const MOST_FILES = 10_000;
/** Folders of tools that hold no input, as dot folders do. */
const NOT_ENTERED = new Set(["node_modules"]);

export interface FoundPath {
  readonly path: string;
  /** Whether it was found in a folder, and not named. */
  readonly isFound: boolean;
}

/**
 * The files of a folder, in the order of their names, by the endings that readers know; a path of anything else is itself.
 * Links are not followed.
 *
 * @param onLink is told of each link that would lead somewhere
 * @param further endings, beside those that readers know
 * @throws InputError where a folder cannot be read, or has no such file
 */
export async function pathsIn(
  path: string,
  onLink: (link: string) => void = () => {},
  further: readonly string[] = [],
): Promise<readonly FoundPath[]> {
  const endings = [...ENDINGS, ...further];
  const itself = [{ path, isFound: false }];
  if (path === "-") return itself;
  const found: string[] = [];
  const enter = async (folder: string): Promise<boolean> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: { readonly code?: string }) => {
      if (folder === path && (error.code === "ENOTDIR" || error.code === "ENOENT")) return null;
      throw explained(folder, error, "a folder to read", ON_READING);
    });
    if (entries === null) return false;
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const within = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && !NOT_ENTERED.has(entry.name)) await enter(within);
      else if (entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)))
        found.push(within);
      else if (entry.isSymbolicLink()) onLink(within);
      if (found.length > MOST_FILES)
        throw refused(path, `more than ${MOST_FILES} files`, "fewer", "name a folder in it");
    }
    return true;
  };
  if (!(await enter(path))) return itself;
  if (found.length === 0)
    throw refused(path, "a folder without files that can be read", endings.join(", "), "name the files");
  return found.map((one) => ({ path: one, isFound: true }));
}

const ENDINGS = [...new Set(readers.flatMap(({ fileNames }) => fileNames))];
