import {
  type Chances,
  chancesOf,
  didYouMean,
  InputError,
  outcomesOf,
  type Range,
  shown,
  swingOf,
  type TwoWayTable,
  trialsOf,
  twoWayTable,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type Format, fleetArgument, formatFlag, type ModelId, modelIds, planningFlags } from "../flags.ts";
import { inkFor } from "../human/ink.ts";
import { progressOn } from "../human/progress.ts";
import { type WhatIfAnswers, whatIfJson, whatIfText } from "../human/whatif.ts";
import type { PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { loadWhatIf, type WhatIfInputs } from "../what-if-inputs.ts";
import { runOnThreads } from "../what-if-threads.ts";

interface Flags extends PlanningFlags {
  readonly model?: readonly ModelId[];
  readonly ranges?: string;
  readonly trials: number;
  readonly seed: number;
  readonly table?: string;
  readonly steps: number;
  readonly format: Format;
}

type Progress = ReturnType<typeof progressOn>;

async function whatif(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const { stdout, stderr, env } = this.process;
  const inputs = await loadWhatIf(this.process, fleetPath, flags);
  const { question, ranges, notices } = inputs;
  const progress = progressOn(stderr, env);
  const now = outcomesOf(question);
  const swings = ranges.ranges.map((range, index) => {
    progress.say(`planning ${range.name}, ${index + 1} of ${ranges.ranges.length}`);
    return swingOf(question, range);
  });
  const answers: WhatIfAnswers = {
    currency: question.input.currency,
    models: question.models,
    ranges,
    now,
    swings,
    table: tableOf(inputs, flags, progress),
    chances: await chances(inputs, fleetPath, flags, progress),
  };
  progress.end();
  if (flags.format === "json") stdout.write(`${JSON.stringify(whatIfJson(answers), null, 2)}\n`);
  else stdout.write(whatIfText(answers, notices, inkFor(stdout, env)));
}

async function chances(
  { question, ranges }: WhatIfInputs,
  fleetPath: string | undefined,
  flags: Flags,
  progress: Progress,
): Promise<Chances | null> {
  if (flags.trials === 0) return null;
  const trials = trialsOf(question, ranges, flags.seed);
  // Another thread cannot read this one's standard input.
  const task = fleetPath === "-" ? null : { fleetPath, flags: { ...flags } };
  const shards = await runOnThreads(trials, flags.trials, task, (doneCount) =>
    progress.say(`${doneCount} of ${flags.trials} trials`),
  );
  const ids = question.models.map(({ id }) => id);
  return chancesOf(shards, flags.trials, ids, question.input.currency);
}

function tableOf({ question, ranges }: WhatIfInputs, { table, steps }: Flags, progress: Progress): TwoWayTable | null {
  if (table === undefined) return null;
  const names = table.split(",");
  const known = ranges.ranges.map(({ name }) => name);
  const found = names.map((name) => ranges.ranges.find((range) => range.name === name));
  const problems = names.flatMap((name, index) =>
    found[index] === undefined
      ? [{ path: [], found: shown(name), expected: "the name of a range", fix: didYouMean(name, known) }]
      : [],
  );
  if (problems.length > 0) throw new InputError("--table", problems);
  if (names.length !== 2) {
    const fix = `write for example --table ${known.slice(0, 2).join(",")}`;
    throw new InputError("--table", [
      { path: [], found: shown(table), expected: "two names, with a comma between", fix },
    ]);
  }
  progress.say(`planning a table of ${steps} by ${steps}`);
  return twoWayTable(question, found[0] as Range, found[1] as Range, steps);
}

const MOST_TRIALS = 1_000_000;
const MOST_SEED = 0x7fffffff;
const MOST_STEPS = 6;

function whole(least: number, most: number, what: string) {
  return (text: string): number => {
    const count = Number(text);
    if (!/^\d+$/.test(text) || count < least || count > most)
      throw new SyntaxError(`${JSON.stringify(text)} is no ${what} from ${least} to ${most}`);
    return count;
  };
}

export const whatifCommand = buildCommand<Flags, [string?], Shell>({
  func: whatif,
  parameters: {
    flags: {
      ...planningFlags,
      model: { kind: "enum", values: modelIds, optional: true, variadic: true, brief: "A model to try (default: all)" },
      ranges: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        brief: "Ranges file (default: prices ±20 %, hours from half to double; assumed)",
        placeholder: "FILE",
      },
      trials: {
        kind: "parsed",
        parse: whole(0, MOST_TRIALS, "number of trials"),
        default: "1000",
        brief: "How many trials to draw, 0 for none",
        placeholder: "N",
      },
      seed: {
        kind: "parsed",
        parse: whole(0, MOST_SEED, "seed"),
        default: "1",
        brief: "Where drawing begins: same seed, same figures",
        placeholder: "N",
      },
      table: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        brief: "Two ranges by name, for a table of every step of one with every step of the other",
        placeholder: "A,B",
      },
      steps: {
        kind: "parsed",
        parse: whole(2, MOST_STEPS, "number of steps"),
        default: "5",
        brief: "Steps of the table, each way",
        placeholder: "N",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: "What moves the margin: one figure at a time, two in a table, all at once by chance",
    fullDescription: [
      "One figure at a time at its low and its high, the fleet planned anew; two in a table; and trials that draw all",
      "figures at once: quantiles of cost and margin by model, and how often one model costs less than another.",
      "In trials what exists stays as planned; only what is paid changes.",
      "",
      "  nkp-planner whatif my-fleet.yaml --prices my-prices.yaml --ranges my-ranges.yaml --trials 10000",
      "  nkp-planner whatif my-fleet.yaml --table NKP-ULT,INFRA-VCPU --trials 0",
    ].join("\n"),
  },
});
