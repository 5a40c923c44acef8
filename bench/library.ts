import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { allocate, dinero, toDecimal } from "dinero.js/bigint";
import { EUR } from "dinero.js/bigint/currencies";
import { build } from "esbuild";
import { createPlanner, type FleetInput, type Planner } from "nkp-planner";
import { allocateMoney, money } from "nkp-planner/money";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { medianMs, progress } from "./timing.ts";

const RUNS = 5;
const BYTES_PER_KB = 1000;
const MICROSECONDS_PER_MS = 1000;
/** Where a package is found: the library in the workspace, what core is built on beside core; a library of money beside ours. */
const PACKAGES = [
  ["nkp-planner", "."],
  ["@nkp-planner/core", "."],
  ["nkp-planner/money", "."],
  ["dinero.js", "."],
  ["zod", "../packages/core"],
  ["decimal.js", "../packages/core"],
] as const;
const TENANT_COUNTS = [1, 12] as const;

/** What a program pays for the library: a planner made anew or kept, its import, and its weight in a bundle. */
export async function measureLibrary(): Promise<void> {
  progress("a kept planner against a new one");
  const asked = TENANT_COUNTS.map((count) => {
    const fleet = fleetOf(count);
    const anew = medianMs(() => compared(made(), fleet));
    const kept = made();
    const again = medianMs(() => compared(kept, fleet));
    return [
      `compare, ${count} ${count === 1 ? "tenant" : "tenants"}`,
      timeText(anew),
      timeText(again),
      figureText(anew / again),
    ];
  });
  progress("shares to the cent");
  const ours = medianMs(() => repeated(sharedByUs));
  const theirs = medianMs(() => repeated(sharedByDinero));
  const shared = [
    ["€ 100,000.01 to 12 tenants, 1,000 times", timeText(theirs), timeText(ours), figureText(theirs / ours)],
  ];
  progress("imports and bundles");
  const nothing = importMs("node:path", import.meta.dirname);
  const weights = [];
  for (const [name, folder] of PACKAGES) {
    const from = join(import.meta.dirname, folder);
    const kb = (await bundledBytes(name, from)) / BYTES_PER_KB;
    weights.push([name, timeText(Math.max(0, importMs(name, from) - nothing)), `${figureText(kb)} kB`]);
  }
  printPart(
    "A program that plans",
    [
      "The same fleet asked of a planner made anew for each question, and of one that is kept.",
      "Import: time of the processor beyond that of an empty program, of the sources; bundle: minified, gzipped.",
    ],
    tableText(["question", "new", "kept", "ratio"], asked),
    "",
    tableText(["money", "dinero.js", "ours", "ratio"], shared),
    "",
    tableText(["package", "import", "bundle"], weights),
  );
}

const AMOUNT = "100000.01";
const WEIGHTS = Array.from({ length: 12 }, (_, index) => BigInt(index + 1));
const TIMES = 1000;

function repeated(share: () => bigint): void {
  const whole = sharedByUs();
  for (let time = 0; time < TIMES; time += 1) if (share() !== whole) throw new Error("A cent was lost.");
}

/** Each share as text, as documents have it, and their sum in cents. */
function sharedByUs(): bigint {
  return centsOf(allocateMoney(money(AMOUNT, "EUR"), WEIGHTS).map(({ amount }) => amount));
}

function sharedByDinero(): bigint {
  const cents = BigInt(AMOUNT.replace(".", ""));
  return centsOf(allocate(dinero({ amount: cents, currency: EUR }), WEIGHTS).map((share) => toDecimal(share)));
}

function centsOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount.replace(".", "")), 0n);
}

function fleetOf(count: number): FleetInput {
  const tenants = Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    size: { pods: 12 + index, vcpu: 6 + index, memoryGiB: 24 + index },
    agreedMonthlyPrice: "4200.00",
  }));
  return { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR", tenants };
}

function made(): Planner {
  const planner = createPlanner({});
  if (!planner.ok) throw new Error("No planner was made.");
  return planner.value;
}

function compared(planner: Planner, fleet: FleetInput): void {
  if (!planner.compare(fleet, {}).ok) throw new Error("The fleet was not compared.");
}

/** Time of the processor that a program takes which imports this and ends. */
function importMs(name: string, cwd: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const said = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", `await import("${name}"); console.log(JSON.stringify(process.cpuUsage()));`],
      { encoding: "utf8", cwd },
    );
    if (said.status !== 0) throw new Error(said.stderr);
    const { user, system } = JSON.parse(said.stdout) as { user: number; system: number };
    return (user + system) / MICROSECONDS_PER_MS;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] as number;
}

async function bundledBytes(name: string, resolveDir: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "${name}";`, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
}
