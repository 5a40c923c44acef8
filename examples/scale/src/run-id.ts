import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

const LENGTH = 20;

/** What a run is known by: bytes of all its files, further words, and the version that plans. */
export async function runIdOf(files: readonly string[], words: readonly string[]): Promise<string> {
  const all = createHash("sha256");
  for (const path of files) {
    const one = createHash("sha256");
    await pipeline(createReadStream(path), one);
    all.update(`${one.digest("hex")}\n`);
  }
  for (const word of words) all.update(`${JSON.stringify(word)}\n`);
  return `run-${all.digest("hex").slice(0, LENGTH)}`;
}
