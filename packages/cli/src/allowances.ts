import { type Finding, type FleetSize, findingText, type OperatingModel, type PlannedFleet } from "@nkp-planner/core";
import { paragraph } from "./human/paragraph.ts";
import { EXIT, type ShellProcess } from "./shell.ts";

/** What a command goes on in spite of, where it is told to by name. A new one is one row. */
const ALLOWANCES = {
  infeasible: { stands: ({ kind }: Finding) => kind === "infeasible", isOfModel: true },
  "invalid-prices": { stands: ({ code }: Finding) => code === "prices-not-valid", isOfModel: false },
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
    brief: "Go on although a plan cannot run, or its prices do not hold (default: exit code 3)",
  },
} as const;

/** Of what is printed nevertheless. */
export const UNFIT = "Not to be taken as it stands (exit code 3)";

/** A plan, or what of it concerns those who are to see it. */
type Judged = Pick<PlannedFleet, "model" | "findings">;

/**
 * Where a plan cannot run, or its prices do not hold on its day: says so on standard error, with the word that allows it,
 * and sets the exit code. What is allowed is passed over.
 * @param what what comes of it: `Not quoted`
 * @returns whether anything stands against the plans
 */
export function refuse(
  process: ShellProcess,
  plans: readonly Judged[],
  { allow = [] }: AllowFlags,
  what: string,
): boolean {
  const refused = names.filter((name) => !allow.includes(name)).map((name) => refusalText(name, plans, what));
  const lines = refused.filter((line) => line !== null);
  for (const line of lines) process.stderr.write(`${line}\n`);
  if (lines.length > 0) process.exitCode = EXIT.refused;
  return lines.length > 0;
}

function refusalText(name: Allowance, plans: readonly Judged[], what: string): string | null {
  const { stands, isOfModel } = ALLOWANCES[name];
  const statements = plans.flatMap(({ model, findings }) =>
    findings.filter(stands).map((finding) => `${isOfModel ? `${model.title}: ` : ""}${findingText(finding)}`),
  );
  const [first, ...others] = new Set(statements);
  if (first === undefined) return null;
  const more = others.length === 0 ? "" : ` And ${others.length} more.`;
  return paragraph(`${what}. ${first}${more} To go on all the same: --allow ${name}`);
}

/** What stands against plans of many sizes: what does not run at some of them, and what is said of their prices. */
export function shortfallsOfSizes(
  sizes: readonly FleetSize[],
  models: readonly OperatingModel[],
  ofInputs: readonly Finding[],
): readonly Judged[] {
  return models.map((model) => {
    const costs = sizes.flatMap((size) => size.costs.filter(({ modelId }) => modelId === model.id));
    return { model, findings: [...costs.flatMap(({ shortfalls }) => shortfalls), ...ofInputs] };
  });
}
