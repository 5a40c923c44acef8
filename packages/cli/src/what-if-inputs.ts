import { whatIfYaml } from "@nkp-planner/adapters";
import {
  assumedRanges,
  contextIn,
  operatingModels,
  type Ranges,
  requireKnown,
  type Trials,
  trialsOf,
  type WhatIf,
} from "@nkp-planner/core";
import { readFile } from "./files.ts";
import { loadPlanning, type PlanningFlags } from "./inputs.ts";
import type { ShellProcess } from "./shell.ts";

/** What trials are made of; plain data. */
export interface TrialFlags extends PlanningFlags {
  readonly model?: readonly string[];
  readonly ranges?: string;
  readonly seed: number;
}

export interface WhatIfInputs {
  readonly question: WhatIf;
  readonly ranges: Ranges;
  readonly notices: readonly string[];
}

/** Reads what a what-if is about. @throws InputError with every problem of the first file that has any */
export async function loadWhatIf(
  process: ShellProcess,
  fleetPath: string | undefined,
  flags: TrialFlags,
): Promise<WhatIfInputs> {
  const models = operatingModels.filter(({ id }) => flags.model === undefined || flags.model.includes(id));
  const { input, context: asGiven, notices } = await loadPlanning(process, fleetPath, flags, models);
  const context = contextIn(asGiven, input.currency);
  const ranges =
    flags.ranges === undefined ? assumedRanges(context) : (await readFile(process, flags.ranges, whatIfYaml)).value;
  requireKnown(ranges, context);
  return { question: { input, models, context }, ranges, notices };
}

export async function loadTrials(
  process: ShellProcess,
  fleetPath: string | undefined,
  flags: TrialFlags,
): Promise<WhatIfInputs & { readonly trials: Trials }> {
  const inputs = await loadWhatIf(process, fleetPath, flags);
  return { ...inputs, trials: trialsOf(inputs.question, inputs.ranges, flags.seed) };
}
