import { reachedFrom, signatureOf } from "./declared.ts";
import { ENTRIES, type Entry } from "./entries.ts";
import { isExperimental, kindOf, offeredBy } from "./surface.ts";

const HEAD = "Written by `npx -y pnpm@10.34.9 api`; a test holds it. What it does not name may change at any time.";
const EXPERIMENTAL = "**@experimental**: names and shapes may still change in a minor version.";

/** What an entry offers, as text that a change of it is read in. */
export function reportOf(entry: Entry): string {
  const parts = [`# ${entry.name}`, HEAD, ...(isExperimental(entry) ? [EXPERIMENTAL] : [])];
  return `${[...parts, ...(entry.isWhole ? signatures(entry) : [names(entry)])].join("\n\n")}\n`;
}

function names(entry: Entry): string {
  return block(offeredBy(entry).map((one) => `${kindOf(one)} ${one.name}`));
}

function signatures(entry: Entry): readonly string[] {
  const offered = offeredBy(entry);
  const reached = reachedFrom(offered.map(({ symbol }) => symbol));
  const own = block(offered.map(signatureOf), "\n\n");
  if (reached.length === 0) return [own];
  const why = "Not exported by name, but part of what is:";
  return [
    own,
    why,
    block(
      reached.map((symbol) => signatureOf({ symbol, isTypeOnly: false })),
      "\n\n",
    ),
  ];
}

function block(lines: readonly string[], between = "\n"): string {
  return ["```ts", lines.join(between), "```"].join("\n");
}

/** Every report by its path below the root. */
export function reports(): ReadonlyMap<string, string> {
  return new Map(ENTRIES.map((entry) => [entry.report, reportOf(entry)]));
}
