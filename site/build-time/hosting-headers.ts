import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a server must say beside each page, as some hosts read it from the build's own `_headers`. */
export const headersFile = readFileSync(join(process.cwd(), "public/_headers"), "utf8").trimEnd();

/** The same, header by header. */
export const headers = [...headersFile.matchAll(/^ +([\w-]+): (.*)$/gm)].map(([, name = "", value = ""]) => ({
  name,
  value,
}));
