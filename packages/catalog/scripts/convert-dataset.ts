/**
 * Turns the research datasets into the catalog's data files.
 *
 *     node scripts/convert-dataset.ts                     convert dataset/*.json again
 *     node scripts/convert-dataset.ts path/to/newer.json  take over a newer nkp-platform.json first
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readCalendarDataset } from "./convert/calendar-dataset.ts";
import { readDataset } from "./convert/dataset.ts";
import { convertDataset, parameterIdsSource, settingsSource } from "./convert/index.ts";
import { readWorkloadsDataset } from "./convert/workloads-dataset.ts";

const kept = new URL("../dataset/nkp-platform.json", import.meta.url);
const calendarFile = new URL("../dataset/nkp-calendar.json", import.meta.url);
const workloads = new URL("../dataset/workload-presets.json", import.meta.url);
/** Core owns the shapes, and the names that it asks for. */
const parameterIds = new URL("../../core/src/base/parameter-ids.ts", import.meta.url);
const newer = process.argv[2];
if (newer !== undefined) copyFileSync(newer, kept);

const dataset = readDataset(kept);
const calendar = readCalendarDataset(calendarFile);
const files = convertDataset(dataset, readWorkloadsDataset(workloads), calendar);
for (const [path, text] of files) {
  const target = new URL(`../data/${path}`, import.meta.url).pathname;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
writeFileSync(parameterIds, parameterIdsSource(dataset, calendar));
writeFileSync(new URL("../src/settings.ts", import.meta.url), settingsSource(dataset, calendar));
console.log(
  `${files.size} files written below data/. A new release also needs a file in src/releases/ and a line in src/releases.ts.`,
);
