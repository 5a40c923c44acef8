import { type Finding, findingText, type PlannedFleet } from "@nkp-planner/core";
import { paragraph } from "./human/layout.ts";
import { EXIT, type ShellProcess } from "./shell.ts";

/** What a command goes on in spite of, where it is told to by name; and the findings that it is about. */
const ALLOWANCES = {
  infeasible: ({ kind }: Finding) => kind === "infeasible",
  expired: ({ code }: Finding) => code === "prices-not-valid",
} as const;

export type Allowance = keyof typeof ALLOWANCES;

export interface AllowFlags {
  readonly allow?: readonly Allowance[];
}

const names = Object.keys(ALLOWANCES) as readonly Allowance[];

export const allowFlags = {
  allow: {
    kind: "enum",
    values: names,
    optional: true,
    variadic: true,
    brief: "End well although a plan cannot run, or prices do not hold on its day (else exit code 3)",
  },
} as const;

/** What stands against results, each with the word that allows it. */
function refusals(
  plans: readonly Pick<PlannedFleet, "findings">[],
  { allow = [] }: AllowFlags,
): ReadonlyMap<Allowance, readonly Finding[]> {
  const found = plans.flatMap(({ findings }) => findings);
  return new Map(
    names
      .filter((name) => !allow.includes(name))
      .map((name) => [name, found.filter(ALLOWANCES[name])] as const)
      .filter(([, findings]) => findings.length > 0),
  );
}

/**
 * Sets the exit code for results that nobody should take as they stand, and says why on standard error.
 * @param what what is held against it: `This plan`, `No quote`
 * @returns whether anything stands against them
 */
export function isRefused(
  process: ShellProcess,
  plans: readonly Pick<PlannedFleet, "findings">[],
  flags: AllowFlags,
  what: string,
): boolean {
  const found = refusals(plans, flags);
  for (const [name, findings] of found) {
    const texts = [...new Set(findings.map((finding) => findingText(finding)))];
    const more = texts.length > 1 ? ` (and ${texts.length - 1} more)` : "";
    process.stderr.write(
      `${paragraph(`${what} (${name}): ${texts[0]}${more} To go on all the same: --allow ${name}`)}\n`,
    );
  }
  if (found.size > 0) process.exitCode = EXIT.refused;
  return found.size > 0;
}
