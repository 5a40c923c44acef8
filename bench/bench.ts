import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureArrivalOrders } from "./arrival-orders.ts";
import { measureBesideOptimum } from "./beside-optimum.ts";
import { measureBesideSpreadsheet } from "./beside-spreadsheet.ts";
import { measureOnePass } from "./one-pass.ts";
import { measureWholeFleets } from "./whole-fleets.ts";

const HELP = `Measures the planner in one run on this machine: ratios and times.

Usage: pnpm bench [--quick]

  --quick   fleets of up to 1,000 tenants and fewer packing cases: about a
            minute; the whole takes about five

Tables go to stdout, progress to stderr. Times fail nothing: a missed aim is
said beside the figures.

Exit codes: 0 measured, 1 an answer cannot be right (a count of nodes below a
proven optimum, pods without a node), 2 bad usage.
`;

const MEASURED = 0;
const NOT_RIGHT = 1;
const BAD_USAGE = 2;

async function main(args: readonly string[]): Promise<number> {
  const request = requestOf(args);
  if (typeof request === "string") {
    console.error(request);
    return BAD_USAGE;
  }
  if (request.help) {
    process.stdout.write(HELP);
    return MEASURED;
  }
  const { version, arch, platform } = process;
  const cpu = cpus()[0]?.model.trim() ?? "unknown";
  console.log(`Node ${version}, ${platform} ${arch}, ${availableParallelism()} × ${cpu}\n`);
  try {
    measureWholeFleets(request.quick);
    measureOnePass();
    measureArrivalOrders();
    measureBesideSpreadsheet();
    await measureBesideOptimum(request.quick);
    return MEASURED;
  } catch (error) {
    console.error(error);
    return NOT_RIGHT;
  }
}

/** What is asked for, or what is wrong with it. */
function requestOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; see --help`;
  }
}

process.exitCode = await main(process.argv.slice(2));
