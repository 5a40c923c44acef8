import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentOf, type EmittedFile } from "@nkp-planner/adapters";
import { InputError, type Problem } from "@nkp-planner/core";
import { requireEmpty, rootOf, writeFiles } from "./output-folder.ts";

/** Says in a folder which of its files were written, so that the same adapter may write them again. */
const LISTING = "nkp-planner-files.json";

interface Listing {
  readonly adapter: string;
  /** Path → SHA-256 of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

/** What becomes of a file of a folder. */
export type FileChange = "new" | "changed" | "same";

/** What writing comes to, before or after it is done. */
export interface FolderChanges {
  /** One a file, in their order. */
  readonly changes: readonly FileChange[];
  /** Files of before that are written no more; they stay where they are. */
  readonly leftOver: readonly string[];
}

/**
 * Looks what writing would do. Files that were written before and are as they were may be replaced; nothing else is.
 * @throws InputError with every file in the way, where it is not forced
 */
export async function changesIn(
  folder: string,
  adapterId: string,
  files: readonly EmittedFile[],
  { isForced }: { readonly isForced: boolean },
): Promise<FolderChanges> {
  const root = rootOf(folder);
  const listing = await listingIn(root);
  if (listing === null && !isForced) await requireEmpty(folder);
  const found = await Promise.all(files.map(({ path }) => hashIn(root, path)));
  const problems = isForced || listing === null ? [] : problemsOf(listing, adapterId, files, found);
  if (problems.length > 0) throw new InputError(folder, problems);
  const written = new Set(files.map(({ path }) => path));
  return {
    changes: files.map((file, index) => {
      const before = found[index] ?? null;
      if (before === null) return "new";
      return before === hashOf(contentOf(file)) ? "same" : "changed";
    }),
    leftOver: Object.keys(listing?.adapter === adapterId ? listing.files : {}).filter((path) => !written.has(path)),
  };
}

/** Writes all files and the listing of them, or nothing. @throws InputError as `changesIn` and `writeFiles` */
export async function writeEmitted(
  folder: string,
  adapterId: string,
  files: readonly EmittedFile[],
  { isForced }: { readonly isForced: boolean },
): Promise<FolderChanges> {
  const changes = await changesIn(folder, adapterId, files, { isForced });
  const isOurs = (await listingIn(rootOf(folder))) !== null;
  const hashes = files.map((file): [string, string] => [file.path, hashOf(contentOf(file))]);
  const listing: Listing = {
    adapter: adapterId,
    files: Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const text = `${JSON.stringify(listing, null, 2)}\n`;
  await writeFiles(folder, [...files, { path: LISTING, text }], { isForced: isForced || isOurs });
  return changes;
}

function problemsOf(
  listing: Listing,
  adapterId: string,
  files: readonly EmittedFile[],
  found: readonly (string | null)[],
): readonly Problem[] {
  if (listing.adapter !== adapterId) {
    const expected = `a folder that ${adapterId} may write to`;
    return [{ path: [], found: `files of ${listing.adapter}`, expected, fix: "choose another folder, or add --force" }];
  }
  return files.flatMap(({ path }, index) => {
    const before = found[index] ?? null;
    const written = Object.hasOwn(listing.files, path) ? listing.files[path] : undefined;
    if (before === null || before === written) return [];
    const what = written === undefined ? "that was not written by nkp-planner" : "that was changed since";
    const fix = "keep it elsewhere, or add --force to lose it";
    return [{ path: [path], found: `a file ${what}`, expected: "none, or the one of before", fix }];
  });
}

/** null: there is none, or nothing that could be one. */
async function listingIn(root: string): Promise<Listing | null> {
  try {
    const data: unknown = JSON.parse(await readFile(join(root, LISTING), "utf8"));
    return isListing(data) ? data : null;
  } catch {
    return null;
  }
}

function isListing(data: unknown): data is Listing {
  if (typeof data !== "object" || data === null) return false;
  const { adapter, files } = data as Partial<Listing>;
  return typeof adapter === "string" && typeof files === "object" && files !== null;
}

/** null: no file is there. */
async function hashIn(root: string, path: string): Promise<string | null> {
  return readFile(join(root, path)).then(hashOf, () => null);
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
