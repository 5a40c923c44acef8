import type { FileToCheck } from "@nkp-planner/adapters/check";
import { type Finding, InputError } from "@nkp-planner/core";
import { openFile } from "../files.ts";
import { pathsIn } from "../paths-in.ts";
import type { ShellProcess } from "../shell.ts";
import { type Repository, requireInside } from "./repository.ts";

/** What is to be read of paths, and links that were passed over. */
export interface PathsToCheck {
  readonly files: readonly FileToCheck[];
  readonly links: readonly string[];
}

/** Of shells, whose calls of NKP's command line a rule looks at. */
const SCRIPTS = [".sh", ".bash"] as const;

/**
 * Opens every file of some paths, each once, called as the repository calls it.
 * @throws InputError with every path that is not there, cannot be read, or leads out of the repository
 */
export async function filesToCheck(
  process: ShellProcess,
  paths: readonly string[],
  repository: Repository,
): Promise<PathsToCheck> {
  const files = new Map<string, FileToCheck>();
  const links: string[] = [];
  const problems: Finding[] = [];
  for (const given of paths) {
    try {
      if (given !== "-") await requireInside(repository, given);
      for (const { path, isFound } of await pathsIn(given, (link) => links.push(repository.nameOf(link)), SCRIPTS)) {
        const name = path === "-" ? "standard input" : repository.nameOf(path);
        if (files.has(name)) continue;
        files.set(name, { ...(await openFile(process, path)), name, isFound });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.findings);
    }
  }
  if (problems.length > 0) throw new InputError("--against", problems);
  return { files: [...files.values()], links };
}
