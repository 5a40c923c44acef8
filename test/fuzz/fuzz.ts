import process from "node:process";
import { parseArgs } from "node:util";
import { changedText, fuzz, type Way } from "./run.ts";
import { fuzzTargets } from "./targets.ts";

/**
 * `pnpm fuzz`: whatever reads what anybody may have written, handed valid files that are changed a little.
 * `--count` of each way and target, `--only TARGET`, `--seed` to begin with another one, `--show` to print a seed's text.
 */
const { values: flags } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    show: { type: "string" },
  },
});

/** Nobody waits longer for a file of a page or two. */
const MOST_MILLISECONDS = 2000;

const targets = (await fuzzTargets()).filter(({ name }) => flags.only === undefined || name === flags.only);
for (const target of targets) {
  for (const way of ["values", "texts"] as const satisfies readonly Way[]) {
    if (flags.show !== undefined) {
      process.stdout.write(`${await changedText(target, way, Number(flags.show))}\n`);
      continue;
    }
    const outcome = await fuzz(target, way, Number(flags.count), Number(flags.seed));
    const slow = `${Math.round(outcome.slowestMilliseconds)} ms (seed ${outcome.slowestSeed})`;
    process.stdout.write(
      `${target.name} ${way}: ${outcome.count} from seed ${flags.seed}, ${outcome.acceptedCount} accepted, slowest ${slow}\n`,
    );
    for (const { seed, error } of outcome.crashes) {
      process.stdout.write(`  seed ${seed}: ${error instanceof Error ? error.stack : String(error)}\n`);
    }
    if (outcome.crashes.length > 0 || outcome.slowestMilliseconds > MOST_MILLISECONDS) process.exitCode = 1;
  }
}
