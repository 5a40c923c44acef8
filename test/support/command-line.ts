import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cli, type Outcome } from "./process.ts";

export const root = new URL("../..", import.meta.url).pathname;
export const FLEET = join(root, "examples/msp-fleet.yaml");
export const PRICES = join(root, "examples/price-book-eur.yaml");
export const HOST_PRICES = join(root, "examples/price-book-hosts-eur.yaml");
export const LIST = join(root, "examples/price-list-eur.yaml");
export const RANGES = join(root, "examples/what-if-eur.yaml");
export const fleetText = readFileSync(FLEET, "utf8");

/** A folder of the test file's own. */
export const folder = mkdtempSync(join(tmpdir(), "nkp-planner-"));

export function fileOf(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The example fleet with some of its tenants only. */
export function fleetTextOf(...ids: readonly string[]): string {
  const [head, ...tenants] = fleetText.split(/^(?= {2}- id: )/m);
  const found = ids.map((id) => tenants.find((text) => text.startsWith(`  - id: ${id}\n`)));
  if (found.includes(undefined)) throw new Error(`The example fleet lacks one of ${ids.join(", ")}.`);
  return [head, ...found].join("");
}

/** Enough tenants for a cluster of each kind, where a test is about the command and not about the fleet: planned at once. */
export const fewText = fleetTextOf("orchid", "basalt", "clinic-nord");
export const FEW = fileOf("few.yaml", fewText);

const outcomes = new Map<string, Promise<Outcome>>();

/** Runs a command line that reads the examples alone and writes no file: one run for all who look at what it says. */
export function cliOnce(args: readonly string[]): Promise<Outcome> {
  const key = JSON.stringify(args);
  const outcome = outcomes.get(key) ?? cli(args);
  outcomes.set(key, outcome);
  return outcome;
}
