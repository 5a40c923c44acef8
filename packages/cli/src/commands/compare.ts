import { compareModels, comparisonDocument, operatingModels } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import {
  DEFAULT_BASELINE,
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelIds,
  planningFlags,
} from "../flags.ts";
import { comparisonText } from "../human/comparison.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { briefOf } from "./index.ts";

interface Flags extends PlanningFlags {
  readonly model?: readonly ModelId[];
  readonly baseline: ModelId;
  readonly format: Format;
}

async function compare(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const wanted = flags.model ?? modelIds;
  const models = operatingModels.filter(({ id }) => [...wanted, flags.baseline].some((one) => one === id));
  const { input, context, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const comparison = compareModels(input, models, context, flags.baseline);
  const { stdout, env } = this.process;
  if (flags.format === "json") stdout.write(`${JSON.stringify(comparisonDocument(comparison), null, 2)}\n`);
  else stdout.write(comparisonText(comparison, notices, inkFor(stdout, env)));
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: compare,
  parameters: {
    flags: {
      ...planningFlags,
      model: {
        kind: "enum",
        values: modelIds,
        optional: true,
        variadic: true,
        brief: "A model to compare, several times for several (default: all)",
      },
      baseline: {
        kind: "enum",
        values: modelIds,
        default: DEFAULT_BASELINE,
        brief: "What the others are measured against",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: briefOf("compare"),
    fullDescription: [
      "Plan a fleet by every operating model and say which costs least, and why.",
      "",
      "  nkp-planner compare my-fleet.yaml --prices my-prices.yaml",
      "  nkp-planner compare my-fleet.yaml --set floors=none --set licensed-vcpu=all",
      "  nkp-planner compare my-fleet.yaml --format json",
    ].join("\n"),
  },
});
