import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type FleetKind, fleetLinesOf } from "./fleets.ts";
import { aimText, figureText, printPart, tableText, timeText } from "./report.ts";
import { progress } from "./timing.ts";

const root = join(import.meta.dirname, "..");
const PROGRAM = join(root, "packages/cli/src/bin.ts");
const KINDS: readonly FleetKind[] = ["distinct", "repeated"];
const WORKERS = [1, 2] as const;
const FIRST = 1000;
const STEP = 10;
/** More tenants of whom hardly two are alike take hours. */
const MOST_DISTINCT = 10_000;
const AIM_EXPONENT = 1.05;
const AIM_MIB = 1024;
const KIB_PER_MIB = 2 ** 10;
const MICROSECONDS_PER_MS = 1000;

/** What one program took, its threads included. */
interface Usage {
  readonly ms: number;
  readonly clockMs: number;
  readonly peakMib: number;
}

/**
 * What fleets take that are planned line by line, as a shard of one is, with one thread and with two, from 1,000 tenants to
 * as many as are asked for; then what it takes to add them up.
 * @throws Error where the totals of one thread and of two differ
 */
export async function measureScale(isQuick: boolean, mostTenants: number): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), "nkp-planner-scale-"));
  const rows: string[][] = [];
  let steepest: number | null = null;
  let largestMib = 0;
  try {
    for (const kind of KINDS) {
      const before = new Map<number, { readonly tenants: number; readonly ms: number }>();
      const most = kind === "distinct" ? Math.min(mostTenants, MOST_DISTINCT) : mostTenants;
      for (let tenants = FIRST; tenants <= (isQuick ? FIRST : most); tenants *= STEP) {
        const fleet = join(top, `${kind}-${tenants}.ndjson`);
        await pipeline(Readable.from(fleetLinesOf(kind, tenants)), createWriteStream(fleet));
        const totals = new Set<string>();
        for (const workers of WORKERS) {
          progress(`${tenants} tenants, ${kind} sizes, ${workers === 1 ? "one thread" : `${workers} threads`}`);
          const part = join(top, "part.json");
          const words = ["--index", "0", "--of", "1", "--workers", String(workers), "--out", part, "--force"];
          const planned = measured(top, ["shard", fleet, ...words]);
          const merged = measured(top, ["merge", part, "--format", "json", "--out", join(top, "totals"), "--force"]);
          totals.add(readFileSync(join(top, "totals"), "utf8"));
          const last = before.get(workers);
          const growth = last && Math.log(planned.ms / last.ms) / Math.log(tenants / last.tenants);
          before.set(workers, { tenants, ms: planned.ms });
          if (growth !== undefined) steepest = Math.max(steepest ?? growth, growth);
          largestMib = Math.max(largestMib, planned.peakMib, merged.peakMib);
          rows.push([
            ...[
              kind,
              tenants.toLocaleString("en-US"),
              String(workers),
              timeText(planned.ms),
              timeText(planned.clockMs),
            ],
            ...[
              timeText(planned.ms / tenants),
              figureText(planned.peakMib),
              growth === undefined ? "" : `n^${growth.toFixed(2)}`,
            ],
            ...[timeText(merged.ms), figureText(statSync(part).size / KIB_PER_MIB)],
          ]);
        }
        if (totals.size > 1) throw new Error(`${tenants} tenants of ${kind} sizes: one thread and two differ.`);
        rmSync(fleet);
      }
    }
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
  printPart(
    "15  Fleets line by line: planned as one shard, then merged",
    [
      "Whole programs, their start included, by the models that compare takes. Time is of the processor, all",
      "threads together; the clock is of this machine as busy as it is. The totals of both are the same bytes.",
      `Of distinct sizes up to ${figureText(MOST_DISTINCT)} tenants: more take hours.`,
      `Aim: no faster than n^${AIM_EXPONENT}. ${growthText(steepest)}`,
      `Aim: at most ${figureText(AIM_MIB)} MiB. Largest: ${figureText(largestMib)} MiB, ${aimText(largestMib <= AIM_MIB)}.`,
    ],
    tableText(
      ["sizes", "tenants", "threads", "time", "clock", "a tenant", "MiB", "growth", "merge", "KiB of part"],
      rows,
    ),
  );
}

function growthText(steepest: number | null): string {
  if (steepest === null) return "Fleets of one size say nothing of growth.";
  return `Steepest: n^${steepest.toFixed(2)}, ${aimText(steepest <= AIM_EXPONENT)}.`;
}

/** Runs the program to its end. Exit code 3 is a plan that cannot run: measured all the same. @throws Error for any other */
function measured(folder: string, args: readonly string[]): Usage {
  const usage = join(folder, "usage.json");
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", join(import.meta.dirname, "usage-at-exit.ts"), PROGRAM, ...args],
    { encoding: "utf8", env: { ...process.env, BENCH_USAGE: usage } },
  );
  const clockMs = performance.now() - start;
  if (status !== 0 && status !== 3) throw new Error(`nkp-planner ${args.join(" ")} ended with ${status}:\n${stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8"));
  return { ms: (userCPUTime + systemCPUTime) / MICROSECONDS_PER_MS, clockMs, peakMib: maxRSS / KIB_PER_MIB };
}
