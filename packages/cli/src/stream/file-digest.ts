import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { explained } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";

/** A digest of a file of any size, such as `sha256:9f86…`. @throws InputError when it cannot be read */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  } catch (error) {
    throw explained(path, error, "a file to read", ON_READING);
  }
  return `sha256:${hash.digest("hex")}`;
}
