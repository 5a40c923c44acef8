import { strToU8, type Zippable, zipSync } from "fflate";
import { contentOf, type EmittedFile } from "../emitted-file.ts";

/** The first day that a zip can say. No clock: the same files are the same bytes. */
const FIRST_DAY = "1980-01-01T00:00:00";
/** How a zip says that its rights are those of Unix, and where they stand. */
const UNIX = 3;
const RIGHTS_SHIFT = 16;
const FILE = 0o100_644;
const SCRIPT = 0o100_755;

/** Files in one zip, scripts ready to be run. */
export function zipOf(files: readonly EmittedFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const file of files) {
    const content = contentOf(file);
    const rights = "isExecutable" in file && file.isExecutable === true ? SCRIPT : FILE;
    entries[file.path] = [
      typeof content === "string" ? strToU8(content) : content,
      { mtime: FIRST_DAY, os: UNIX, attrs: rights * 2 ** RIGHTS_SHIFT },
    ];
  }
  return zipSync(entries) as Uint8Array<ArrayBuffer>;
}
