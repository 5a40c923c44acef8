import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureAgainst, NoCheckout } from "./against.ts";
import { measureArrivalOrders } from "./arrival-orders.ts";
import { measureBesideOptimum } from "./beside-optimum.ts";
import { measureBesidePools } from "./beside-pools.ts";
import { measureBesideSpreadsheet } from "./beside-spreadsheet.ts";
import { measureCheck } from "./check.ts";
import { measureHosts } from "./host-times.ts";
import { measureKeystrokes } from "./keystrokes.ts";
import { measureLibrary } from "./library.ts";
import { measureMoney } from "./money.ts";
import { measureMonteCarlo } from "./monte-carlo.ts";
import { measureOnePass } from "./one-pass.ts";
import { measurePage } from "./page.ts";
import { measureReading } from "./reading.ts";
import { measureScale } from "./scale.ts";
import { measureThreeWays } from "./three-ways.ts";
import { processorMs } from "./timing.ts";
import { measureUpgrades } from "./upgrades.ts";
import { measureWholeFleets } from "./whole-fleets.ts";

/** What is measured, by the name that --only takes; the longest last. */
const PARTS: Readonly<Record<string, (isQuick: boolean, mostTenants: number) => void | Promise<void>>> = {
  pass: measureOnePass,
  orders: measureArrivalOrders,
  optimum: measureBesideOptimum,
  pools: measureBesidePools,
  spreadsheet: measureBesideSpreadsheet,
  library: measureLibrary,
  money: measureMoney,
  trials: measureMonteCarlo,
  hosts: measureHosts,
  keys: measureKeystrokes,
  page: measurePage,
  upgrades: measureUpgrades,
  reading: measureReading,
  check: measureCheck,
  fleets: measureWholeFleets,
  scale: measureScale,
  ways: measureThreeWays,
};

const HELP = `Measures the planner in one run on this machine: ratios, and times of the
processor, which other work on the machine changes little.

Usage: pnpm bench [--quick] [--only PART]…
       pnpm bench [--quick] --against FOLDER|COMMIT

  --quick      fleets of up to 1,000 tenants and fewer packing cases: about a
               minute. Without it fleets of 10,000 are compared too, once each,
               which may take many minutes; stderr says how far it is
  --only PART  this part alone: ${Object.keys(PARTS).join(", ")}
  --tenants N  the largest fleet of the parts scale and ways: 10000 where nothing
               is said, 1000000 takes half an hour each
  --against    two checkouts by turns and nothing else: this one beside a folder
               with its own libraries, or a commit of this repository

Tables go to stdout, progress to stderr. Times fail nothing: a missed aim is
said beside the figures.

Exit codes: 0 measured, 1 an answer cannot be right (a count of nodes or a cost
below a proven optimum, pods without a node, other totals in another way), 2 bad
usage.
`;

const MEASURED = 0;
const NOT_RIGHT = 1;
const BAD_USAGE = 2;

async function main(args: readonly string[]): Promise<number> {
  const request = requestOf(args);
  if (typeof request === "string") {
    console.error(`${request}; see --help`);
    return BAD_USAGE;
  }
  if (request.help) {
    process.stdout.write(HELP);
    return MEASURED;
  }
  const { version, arch, platform } = process;
  const cpu = cpus()[0]?.model.trim() ?? "unknown";
  console.log(`Node ${version}, ${platform} ${arch}, ${availableParallelism()} × ${cpu}`);
  console.log("Times are of the processor; on an idle machine the clock says about the same.\n");
  const start = { clock: performance.now(), processor: processorMs() };
  try {
    if (request.against !== undefined) {
      measureAgainst(request.against, request.quick);
      return MEASURED;
    }
    for (const [name, measure] of Object.entries(PARTS)) {
      if (request.only === undefined || request.only.includes(name))
        await measure(request.quick, Number(request.tenants));
    }
    console.log(processorText(processorMs() - start.processor, performance.now() - start.clock));
    return MEASURED;
  } catch (error) {
    if (error instanceof NoCheckout) {
      console.error(error.message);
      return BAD_USAGE;
    }
    console.error(error);
    return NOT_RIGHT;
  }
}

/** Whether the machine was busy: then caches are shared, and times are somewhat too long all the same. */
function processorText(usedMs: number, clockMs: number): string {
  return `This run had ${Math.round((usedMs / clockMs) * 100)} % of a processor; less means a busy machine.`;
}

/** What is asked for, or what is wrong with it. */
function requestOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string", multiple: true },
        tenants: { type: "string", default: "10000" },
        against: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (!/^[1-9]\d{0,7}$/.test(values.tenants))
      return `--tenants: expected a number of tenants, found "${values.tenants}"`;
    const unknown = values.only?.find((name) => !Object.hasOwn(PARTS, name));
    return unknown === undefined ? values : `--only: expected ${Object.keys(PARTS).join(", ")}, found "${unknown}"`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main(process.argv.slice(2));
