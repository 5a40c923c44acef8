import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import nodeProcess from "node:process";
import { countText, InputError, type OperatingModel } from "@nkp-planner/core";
import type { AllowFlags } from "../allowances.ts";
import type { Format } from "../flags.ts";
import { paragraph } from "../human/paragraph.ts";
import { EXIT, type ShellProcess } from "../shell.ts";
import { refused } from "../system-errors.ts";
import { InputSource } from "./input-blocks.ts";
import { printStreamed } from "./print-streamed.ts";
import { timeText } from "./progress-of-stream.ts";
import type { SharesFiles } from "./shares-file.ts";
import { workerCountOf } from "./stream-flags.ts";
import { streamFleet } from "./stream-fleet.ts";
import { runWithoutHead, type StreamFlags } from "./stream-run.ts";

export interface CompareStreamFlags extends StreamFlags, AllowFlags {
  readonly stream: string;
  readonly workers?: number;
  readonly checkpoint?: string;
  readonly tenantsOut?: string;
  readonly sharesOut?: string;
  readonly format: string;
  readonly out?: string;
  readonly force: boolean;
}

const KIB_A_MIB = 1024;

/** Compares models for a fleet that is read tenant by tenant. Interrupted, it keeps how far it has come where it is told to. */
export async function compareStream(
  process: ShellProcess,
  flags: CompareStreamFlags,
  models: readonly OperatingModel[],
): Promise<void> {
  const format = formatOf(flags.format);
  const shares = await sharesFiles(flags);
  const begunAt = process.uptime();
  const ended = new AbortController();
  const end = () => ended.abort();
  nodeProcess.once("SIGINT", end);
  try {
    const source = await InputSource.open(process, flags.stream, flags.streamFormat);
    const workerCount = workerCountOf(flags.workers);
    const made = await streamFleet(process, source, await runWithoutHead(process, flags, models), {
      workerCount,
      checkpointPath: flags.checkpoint,
      resultsPath: flags.tenantsOut,
      signal: ended.signal,
    });
    if (made === undefined) return saysEnded(process, flags);
    await printStreamed(process, made, { ...flags, format }, shares);
    const tenants = countText(made.tenantLineCount, "tenants");
    const time = timeText(process.uptime() - begunAt);
    const memory = Math.ceil(nodeProcess.resourceUsage().maxRSS / KIB_A_MIB);
    process.stderr.write(
      `${tenants} in ${time}, ${workerCount === 1 ? "1 thread" : countText(workerCount, "threads")}, at most ${memory} MiB of memory.\n`,
    );
  } finally {
    nodeProcess.off("SIGINT", end);
  }
}

function saysEnded(process: ShellProcess, { checkpoint }: CompareStreamFlags): void {
  const kept =
    checkpoint === undefined
      ? "Nothing is kept: with --checkpoint FILE it could go on."
      : "The same command goes on from its checkpoint.";
  process.stderr.write(`${paragraph(`Interrupted before the end. ${kept}`)}\n`);
  process.exitCode = EXIT.refused;
}

/** @throws InputError where shares are asked for and nothing is kept of which to make them */
async function sharesFiles({ tenantsOut, sharesOut }: CompareStreamFlags): Promise<SharesFiles | undefined> {
  if (sharesOut === undefined) return undefined;
  if (tenantsOut !== undefined && resolve(tenantsOut) !== resolve(sharesOut)) {
    await requirePlaces(tenantsOut, sharesOut);
    return { tenantsPaths: [tenantsOut], sharesPath: sharesOut };
  }
  const found = tenantsOut === undefined ? "no --tenants-out" : `the file of --tenants-out, ${tenantsOut}`;
  const expected = "--tenants-out with another file: shares are made of it when all tenants are known";
  throw new InputError("--shares-out", [
    { path: [], found, expected, fix: "add for example --tenants-out own.ndjson" },
  ]);
}

/** What would end a long run at its end is refused at its beginning. @throws InputError */
async function requirePlaces(tenantsOut: string, sharesOut: string): Promise<void> {
  const folder = await stat(dirname(resolve(sharesOut))).catch(() => undefined);
  if (folder?.isDirectory() !== true)
    throw refused(sharesOut, "no such folder", "a file to write", "make it, or choose another");
  const tenants = await stat(tenantsOut).catch(() => undefined);
  if (tenants !== undefined && !tenants.isFile())
    throw refused(
      tenantsOut,
      "no file, so that nothing of it can be read again",
      "a file, as --shares-out is made of it",
      "name one",
    );
}

/** @throws InputError for a report, which needs every cluster and tenant at once */
function formatOf(format: string): Format {
  if (format === "human" || format === "json") return format;
  const expected = "human or json: reports need all tenants at once";
  throw new InputError("--format", [{ path: [], found: format, expected, fix: "leave --stream out, or take json" }]);
}
