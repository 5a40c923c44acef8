import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Pages that are read now and then, kept when they were read, not before; and what hosts read and do not hand out. */
const NOT_AHEAD = /^((api|reference)\/|sw\.js$|_headers$)/;
const HASH_DIGITS = 12;

/**
 * Writes the service worker's list of files, and a hash of what is in them, into the built `sw.js`: another build is
 * another version, and only then is anything fetched again.
 */
export function offline() {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, "/"))
          .filter((path) => !NOT_AHEAD.test(path))
          .sort();
        const hash = createHash("sha256");
        for (const path of files) hash.update(path).update(readFileSync(join(root, path)));
        const version = hash.digest("hex").slice(0, HASH_DIGITS);
        // A folder's page is asked for by the folder's address.
        const urls = files.map((path) => path.replace(/(^|\/)index\.html$/, "$1") || "./");
        const script = join(root, "sw.js");
        const text = readFileSync(script, "utf8")
          .replace('"__VERSION__"', JSON.stringify(version))
          .replace('["__FILES__"]', JSON.stringify(urls));
        writeFileSync(script, text);
      },
    },
  };
}
