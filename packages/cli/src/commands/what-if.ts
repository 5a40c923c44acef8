import {
  API_VERSION,
  assumedRanges,
  type BasePlan,
  basePlans,
  baseValueOf,
  drawProblems,
  type Finding,
  InputError,
  type MonteCarlo,
  monteCarloOf,
  placed,
  type Range,
  rangeFindings,
  rangeProblems,
  rangesNamed,
  type Tornado,
  tornadoOf,
  trialQuestion,
  twoWayOf,
  unitOfTarget,
  valuedRanges,
  type WhatIf,
  whatIfDocument,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelsFlag,
  modelsNamed,
  planningFlags,
  wholeNumber,
} from "../flags.ts";
import { givenFile } from "../given-file.ts";
import { inkFor } from "../human/ink.ts";
import { whatIfText } from "../human/what-if.ts";
import { loadPlanning, type Planning, type PlanningFlags, pricesOf } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { trialsInThreads } from "../trials-in-threads.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly ranges?: string;
  readonly model?: readonly ModelId[];
  readonly trials: number;
  readonly seed: number;
  readonly table?: readonly [string, string];
  readonly format: Format;
}

const MOST_TRIALS = 1_000_000;
const MOST_SEED = 2 ** 32 - 1;
/** Values of either range in a table: as many columns as a page holds. */
const STEPS = 5;

async function whatIf(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model);
  const planning = await loadPlanning(this.process, fleetPath, flags, models);
  const { input, context, cache, watch } = planning;
  const read = flags.ranges === undefined ? null : await rangesFrom(this.process, flags.ranges, flags, planning);
  const given = read?.value ?? null;
  const tableRanges = (all: readonly Range[]) => (flags.table === undefined ? null : rangesNamed(flags.table, all));
  if (given !== null) tableRanges(given.ranges);
  const said = [
    ...planning.notices,
    ...(read === null ? [] : [...read.findings, ...rangeFindings(read.value, context)]),
  ];

  let planCount = 0;
  const onPlan = () => {
    planCount += 1;
    watch.at(`${planCount + 1}. plan`);
  };
  const bases = basePlans(input, models, context, { onPlan, cache });
  const ranges =
    given ??
    assumedRanges(
      bases.map(({ plan }) => plan),
      context,
    );
  const named = tableRanges(ranges.ranges);
  const trials = await sampled(bases, planning, ranges, flags);
  const tornado = tornadoWithin(bases, planning, ranges.ranges, onPlan);
  const twoWay =
    named === null
      ? null
      : watch.orNull(`the table of ${flags.table?.join(" and ")}`, () =>
          twoWayOf(bases, input, context, named, STEPS, { onPlan, cache }),
        );
  const notices = [...watch.findings, ...said];
  refuse(
    this.process,
    bases.map(({ plan }) => plan),
    flags,
    UNFIT,
  );
  const answer = {
    currency: input.currency,
    whatIf: ranges,
    models,
    bases,
    tornado,
    twoWay,
    trials,
    baseOf: (target: Range["target"]) => baseValueOf(context, target),
    unitOf: (target: Range["target"]) => unitOfTarget(context, target),
    notices,
  };
  const { stdout, env } = this.process;
  if (flags.format === "json")
    stdout.write(`${JSON.stringify(whatIfDocument(answer, pricesOf(planning), notices), null, 2)}\n`);
  else stdout.write(whatIfText(answer, inkFor(stdout, env)));
}

/** One range at a time, as many of them as there is time for. */
function tornadoWithin(
  bases: readonly BasePlan[],
  { input, context, cache, watch }: Planning,
  ranges: readonly Range[],
  onPlan: () => void,
): readonly Tornado[] {
  const of = (some: readonly Range[]) => tornadoOf(bases, input, context, some, { onPlan, cache });
  const tornado = watch.orNull("each range alone", () => of(ranges));
  if (tornado === null) return of([]);
  watch.sayShort(tornado[0]?.swings.length ?? 0, ranges.length, "ranges");
  return tornado;
}

/** The ranges of a file, each of which the plan has and the trials can draw from. */
async function rangesFrom(
  process: Shell["process"],
  path: string,
  { trials }: Pick<Flags, "trials">,
  { input, context }: Planning,
): Promise<{ readonly value: WhatIf; readonly findings: readonly Finding[] }> {
  const file = await givenFile(process, path, "ranges");
  const { name, findings } = file;
  if (file.value === null) throw new InputError(name, findings);
  const value = valuedRanges(file.value, context);
  const problems = rangeProblems(value, context);
  const undrawn = trials > 0 && problems.length === 0 ? drawProblems(value.ranges, input, context) : [];
  const all = placed(file, [...problems, ...undrawn]);
  if (all.length > 0) throw new InputError(name, all);
  return { value, findings };
}

async function sampled(
  bases: readonly BasePlan[],
  { input, context, watch }: Planning,
  { ranges }: WhatIf,
  { trials, seed }: Flags,
): Promise<MonteCarlo | null> {
  if (trials === 0) return null;
  const question = trialQuestion(bases, input, context, { ranges, trialCount: trials, seed });
  const onTrials = (doneCount: number) => watch.at(`${doneCount} of ${trials} trials`);
  const shard = await watch.orNullLater("the trials", () => trialsInThreads(question, onTrials));
  if (shard === null) return null;
  watch.sayShort(shard.trialCount, trials, "trials");
  return monteCarloOf({ ...question, trialCount: shard.trialCount }, bases, shard);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: whatIf,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      ranges: {
        kind: "parsed",
        parse: (text: string) => text,
        optional: true,
        brief: "File of ranges, kind: WhatIf (default: ±20 % on prices, half to double the hours)",
        placeholder: "FILE",
      },
      model: modelsFlag("A model to look at"),
      trials: {
        kind: "parsed",
        parse: wholeNumber("trials", 0, MOST_TRIALS),
        default: "10000",
        brief: `Draws of all ranges together, at most ${MOST_TRIALS}; 0 for none`,
        placeholder: "N",
      },
      seed: {
        kind: "parsed",
        parse: wholeNumber("seed", 0, MOST_SEED),
        default: "1",
        brief: "Which draws: the same seed gives the same bytes",
        placeholder: "N",
      },
      table: {
        kind: "parsed",
        parse: twoNames,
        optional: true,
        brief: "Two of the ranges against each other, planned in full",
        placeholder: "A,B",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.whatif,
    fullDescription: [
      "Say how far cost and margin move where prices and hours turn out otherwise:",
      "one range at a time (planned again), two against each other (--table), and",
      "all together, drawn from a seed: P10, P50, P90, and which model costs least.",
      "",
      "  nkp-planner whatif my-fleet.yaml --prices my-prices.yaml",
      "  nkp-planner whatif my-fleet.yaml --ranges my-ranges.yaml --trials 50000",
      "  nkp-planner whatif my-fleet.yaml --table NKP-ULT,operations-hours-attached",
      "  nkp-planner whatif my-fleet.yaml --ranges nodes.yaml --trials 0",
      "",
      "A file of ranges:",
      "",
      `  apiVersion: ${API_VERSION}`,
      "  kind: WhatIf",
      "  currency: EUR",
      "  ranges:",
      '    - { price: NKP-ULT, low: "28.00", high: "42.00", mode: "38.00" }',
      '    - { listPrice: MK-VCPU, low: "80.00", high: "100.00" }',
      "    - { setting: operations-hours-attached, low: 1, high: 6 }",
      "",
      "A price is in the unit that the book has it in, such as a vCPU-year; or write",
      'percent of what is planned: low: "80%", or low: "-20%".',
      "With a mode values near it are likelier (triangular), without all are alike.",
    ].join("\n"),
  },
});

function twoNames(text: string): readonly [string, string] {
  const names = text.split(",").map((name) => name.trim());
  const [first, second, ...others] = names;
  if (!first || !second || others.length > 0)
    throw new SyntaxError(`${JSON.stringify(text)} is no pair of ranges; write for example NKP-ULT,LABOUR`);
  return [first, second];
}
