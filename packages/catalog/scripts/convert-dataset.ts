/**
 * Turns the research dataset into the catalog's data files.
 *
 *     node scripts/convert-dataset.ts                     convert dataset/nkp-platform.json again
 *     node scripts/convert-dataset.ts path/to/newer.json  take over a newer dataset first
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readDataset } from "./convert/dataset.ts";
import { convertDataset } from "./convert/index.ts";

const kept = new URL("../dataset/nkp-platform.json", import.meta.url);
const newer = process.argv[2];
if (newer !== undefined) copyFileSync(newer, kept);

const files = convertDataset(readDataset(kept));
for (const [path, text] of files) {
  const target = new URL(`../data/${path}`, import.meta.url).pathname;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
console.log(`${files.size} files written below data/. A new release also needs a line in src/releases.ts.`);
