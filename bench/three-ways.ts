import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";
import { freePort, RedisServer, SERVER } from "../examples/scale/src/support/redis-server.ts";
import { Started } from "../examples/scale/src/support/started.ts";
import { type JobObject, runPod } from "../test/support/job-pods.ts";
import { fleetLinesOf } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { progress } from "./timing.ts";

const ROOT = join(import.meta.dirname, "..");
const PROGRAM = join(ROOT, "packages/cli/src/bin.ts");
const PRICES = join(ROOT, "examples/price-book-eur.yaml");
const QUICK_TENANTS = 2000;
const SHARDS = 4;
const LOOK_MS = 200;
const LOCK_SECONDS = "5";

/** Fleets of this size need more hosts than one Prism Central looks after: that is said, and passed over. */
const ALLOWED = ["--allow", "infeasible"];

/** What one way came to. */
interface Way {
  readonly name: string;
  readonly clockMs: number;
  readonly totals: string;
  /** What was done to it on the way. */
  readonly harm: string;
}

/**
 * One fleet of repeated sizes three ways: by one process, by two workers of a queue on a real Redis of which each is killed
 * in the middle of a part and started again, and by the parts of an emitted Job with the environment that Kubernetes sets.
 * @throws Error where their totals are not the same bytes
 */
export async function measureThreeWays(isQuick: boolean, mostTenants: number): Promise<void> {
  const tenants = isQuick ? QUICK_TENANTS : mostTenants;
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-ways-"));
  try {
    const fleet = join(folder, "fleet.ndjson");
    await pipeline(Readable.from(fleetLinesOf("repeated", tenants)), createWriteStream(fleet));
    const program = join(folder, "bin/nkp-planner");
    mkdirSync(join(folder, "bin"));
    writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${PROGRAM} "$@"\n`, { mode: 0o755 });
    const ways = [await oneProcess(program, fleet, folder), emittedJob(program, fleet, folder)];
    if (SERVER !== null) ways.push(await killedWorkers(program, fleet, folder));
    const [first] = ways;
    const other = ways.find(({ totals }) => totals !== first?.totals);
    if (other !== undefined) throw new Error(`${tenants} tenants: ${other.name} comes to other totals.`);
    printPart(
      "16  The same fleet in different ways",
      [
        `${figureText(tenants)} tenants of 20 sizes, three models. The totals of all ways are the same bytes.`,
        SERVER === null ? "No Redis is installed: without the queue." : "The server is a real one, append-only.",
      ],
      tableText(
        ["way", "clock", "what was done to it"],
        ways.map(({ name, clockMs, harm }) => [name, timeText(clockMs), harm]),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneProcess(program: string, fleet: string, folder: string): Promise<Way> {
  progress("one process, killed once and gone on from its checkpoint");
  const totals = join(folder, "one.json");
  const words = ["compare", "--stream", fleet, "--prices", PRICES, "--format", "json", "--out", totals, ...ALLOWED];
  const checkpoint = join(folder, "one.checkpoint");
  const start = performance.now();
  const first = spawn(program, [...words, "--checkpoint", checkpoint, "--force"], { stdio: "ignore" });
  await untilThere(checkpoint, first);
  first.kill("SIGKILL");
  const wasKilled = (await code(first)) === null;
  run(program, [...words, "--checkpoint", checkpoint, "--force"]);
  return {
    ...{ name: "one process", clockMs: performance.now() - start, totals: readFileSync(totals, "utf8") },
    harm: wasKilled ? "killed after its first checkpoint, started again" : "none: it was done before",
  };
}

function emittedJob(program: string, fleet: string, folder: string): Way {
  const out = join(folder, "job");
  const options = ["image=registry.msp.example/planner:1", `shards=${SHARDS}`, "claim=shared", `models=[${MODELS}]`];
  const common = ["--prices", PRICES, ...ALLOWED, "--out", out];
  run(program, ["emit", "kubernetes-job", fleet, ...common, ...options.flatMap((one) => ["--option", one])]);
  const place = { folder: join(folder, "pods"), bin: join(folder, "bin"), inputs: join(out, "input") };
  const claim = join(place.folder, "claims/work");
  mkdirSync(claim, { recursive: true });
  // What no ConfigMap holds its run.sh lays on the claim.
  if (existsSync(join(out, "load-fleet.yaml"))) copyFileSync(fleet, join(claim, "fleet-plan.fleet.ndjson"));
  const job = (name: string) => parse(readFileSync(join(out, `${name}.yaml`), "utf8")) as JobObject;
  const start = performance.now();
  for (let index = 0; index < SHARDS; index += 1) {
    progress(`part ${index} of ${SHARDS} of the Job`);
    podOf(job("shard-job"), index, place);
  }
  const totals = podOf(job("merge-job"), null, place);
  return { name: "an emitted Job", clockMs: performance.now() - start, totals, harm: `${SHARDS} parts, one by one` };
}

function podOf(...[job, index, place]: Parameters<typeof runPod>): string {
  const last = runPod(job, index, place).at(-1);
  if (last?.status !== 0) throw new Error(`${last?.name} ended with ${last?.status}: ${last?.stderr}`);
  return last.stdout;
}

async function killedWorkers(program: string, fleet: string, folder: string): Promise<Way> {
  const redis = new RedisServer(await freePort());
  await redis.start();
  const begun = join(folder, "begun");
  const noting = join(folder, "noting");
  writeFileSync(noting, `#!/bin/sh\necho "$PPID $1" >>"${begun}"\nexec ${program} "$@"\n`, { mode: 0o755 });
  const started = (file: "main.ts" | "worker.ts", ...args: readonly string[]) =>
    new Started(file, ["--redis", redis.url, "--planner", noting, ...args], {});
  const worker = () => started("worker.ts", "--lock-seconds", LOCK_SECONDS, "--threads", "1");
  const going = [worker(), worker()];
  const start = performance.now();
  const asking = started("main.ts", fleet, "--shards", String(SHARDS), "--prices", PRICES, ...ALLOWED);
  try {
    for (const [index, one] of [...going].entries()) {
      progress(`worker ${index + 1} is killed in the middle of a part`);
      await untilNoted(begun, one.child.pid ?? 0);
      await wait(LOOK_MS);
      await one.kill();
      going.push(worker());
    }
    const status = await asking.ended();
    if (status !== 0) throw new Error(`the queue ended with ${status}: ${asking.stderr}`);
    const parts = readFileSync(begun, "utf8").match(/ shard$/gm)?.length ?? 0;
    return {
      ...{ name: "two workers", clockMs: performance.now() - start, totals: asking.stdout },
      harm: `each killed in a part, started again: ${parts} parts begun for ${SHARDS}`,
    };
  } finally {
    for (const one of [...going, asking]) await one.kill();
    await redis.kill();
  }
}

/** @throws Error where it does not end well */
function run(program: string, words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`nkp-planner ${words.join(" ")} ended with ${status}:\n${stderr}`);
}

async function code(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function untilThere(path: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !isThere(path)) await wait(LOOK_MS);
}

async function untilNoted(path: string, pid: number): Promise<void> {
  while (!isThere(path) || !new RegExp(`^${pid} shard$`, "m").test(readFileSync(path, "utf8"))) await wait(LOOK_MS);
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

const MODELS = "starter-self-managed, ultimate-centralized, hybrid";
