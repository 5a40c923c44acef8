import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./compiler.ts";
import { reports } from "./report.ts";

/** `pnpm api`: writes what programs may call of every package, to be read in the diff of a change. */
for (const [path, text] of reports()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(path);
}
