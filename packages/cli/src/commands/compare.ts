import { compareModels, comparisonDocument, InputError } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  DEFAULT_BASELINE,
  fleetArgument,
  type ModelId,
  modelIds,
  modelsFlag,
  modelsNamed,
  optionFlag,
  outputFlags,
  planningFlags,
} from "../flags.ts";
import {
  type FormatId,
  formatFlagFor,
  JSON_DOCUMENT,
  type OutputFlags,
  printContent,
  printReport,
  reportLines,
  reportOf,
} from "../formats.ts";
import { comparisonText } from "../human/comparison.ts";
import { inkForOutput } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { compareStream } from "../stream/compare-stream.ts";
import { streamedFlags } from "../stream/stream-flags.ts";
import type { StreamFormat } from "../stream/stream-format.ts";

interface Flags extends PlanningFlags, AllowFlags, OutputFlags {
  readonly model?: readonly ModelId[];
  readonly baseline: ModelId;
  readonly format: FormatId;
  readonly stream?: string;
  readonly streamFormat?: StreamFormat;
  readonly workers?: number;
  readonly checkpoint?: string;
  readonly tenantsOut?: string;
  readonly sharesOut?: string;
}

async function compare(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model, flags.baseline);
  const { stream } = flags;
  if (stream !== undefined) {
    requireNoneBeside(flags, fleetPath);
    return await compareStream(this.process, { ...flags, stream }, models);
  }
  requireStream(flags);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const comparison = compareModels(input, models, context, flags.baseline, cache);
  refuse(this.process, comparison.plans, flags, UNFIT);
  const report = reportOf("comparison", flags.format);
  if (report !== undefined) return await printReport(report, comparison, { findings: notices }, flags, this.process);
  const text =
    flags.format === JSON_DOCUMENT
      ? `${JSON.stringify(comparisonDocument(comparison, notices), null, 2)}\n`
      : comparisonText(comparison, notices, inkForOutput(flags.out, this.process));
  await printContent(text, flags, this.process);
}

/** @throws InputError where a fleet is given twice, or a limit that streams do not have */
function requireNoneBeside({ limitSeconds, stream }: Flags, fleetPath: string | undefined): void {
  if (fleetPath !== undefined) {
    const found = `${fleetPath} beside ${stream}`;
    throw new InputError("--stream", [{ path: [], found, expected: "one fleet", fix: "leave one of them out" }]);
  }
  if (limitSeconds === undefined) return;
  const fix = "take --checkpoint and end it when you like: the same command goes on";
  throw new InputError("--limit-seconds", [{ path: [], found: "a limit", expected: "none with --stream", fix }]);
}

/** @throws InputError where something is asked for that only streams have */
function requireStream({ streamFormat, workers, checkpoint, tenantsOut, sharesOut }: Flags): void {
  const asked = {
    "--stream-format": streamFormat,
    "--workers": workers,
    "--checkpoint": checkpoint,
    "--tenants-out": tenantsOut,
    "--shares-out": sharesOut,
  };
  const [name] = Object.entries(asked).find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  const fix = "give the fleet as --stream FILE";
  throw new InputError(name, [{ path: [], found: "no --stream", expected: "--stream FILE", fix }]);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: compare,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: modelsFlag("A model to compare"),
      baseline: {
        kind: "enum",
        values: modelIds,
        default: DEFAULT_BASELINE,
        brief: "What the others are measured against",
      },
      format: formatFlagFor("comparison", "internal"),
      option: optionFlag,
      ...streamedFlags,
      ...outputFlags,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.compare,
    fullDescription: [
      "Plan a fleet by several operating models and say which costs least, and why.",
      "",
      "  nkp-planner compare my-fleet.yaml --prices my-prices.yaml",
      "  nkp-planner compare my-fleet.yaml --set floors=none --set licensed-vcpu=all",
      "  nkp-planner compare my-fleet.yaml --model all --format json",
      ...reportLines("comparison", "internal"),
      "",
      "  nkp-planner compare --stream fleet.ndjson --checkpoint fleet.checkpoint",
    ].join("\n"),
  },
});
