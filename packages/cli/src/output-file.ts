import { lstat, writeFile } from "node:fs/promises";
import { InputError } from "@nkp-planner/core";
import { explained, refused } from "./output-folder.ts";

/**
 * Writes one file.
 * @throws InputError where there is one already, or it may not be written
 */
export async function writeOutput(
  path: string,
  content: string | Uint8Array,
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory()) throw refused(path, "a folder", "a file to write", "name a file in it");
  if (found?.isSymbolicLink()) throw refused(path, "a link", "a file or nothing", "remove the link");
  if (found !== undefined && !isForced)
    throw refused(path, "a file that is there already", "a new one", "choose another name, or add --force");
  try {
    await writeFile(path, content);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT")
      throw refused(path, "no such folder", "a folder that is there", "make it, or choose another");
    throw explained(path, error);
  }
}

/** Output that no terminal shows must have a file. @throws InputError where it has none */
export function requireOut(out: string | undefined, fileName: string): string {
  if (out !== undefined) return out;
  throw new InputError("--format", [
    { path: [], found: "bytes without a file to write", expected: "--out FILE", fix: `add --out ${fileName}` },
  ]);
}
