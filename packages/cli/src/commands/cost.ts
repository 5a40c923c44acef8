import { operatingModels, planDocument, planFleet } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type Format, fleetArgument, formatFlag, type ModelId, modelIds, planningFlags } from "../flags.ts";
import { costText } from "../human/cost.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags {
  readonly model?: readonly ModelId[];
  readonly format: Format;
}

async function cost(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const wanted = flags.model ?? modelIds;
  const models = operatingModels.filter(({ id }) => wanted.some((one) => one === id));
  const { input, context, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const plans = models.map((model) => planFleet(input, model, context));
  const { stdout, env } = this.process;
  if (flags.format === "json") stdout.write(`${JSON.stringify({ plans: plans.map(planDocument) }, null, 2)}\n`);
  else stdout.write(costText(plans, notices, inkFor(stdout, env)));
}

export const costCommand = buildCommand<Flags, [string?], Shell>({
  func: cost,
  parameters: {
    flags: {
      ...planningFlags,
      model: {
        kind: "enum",
        values: modelIds,
        optional: true,
        variadic: true,
        brief: "A model to reckon, several times for several (default: all)",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: "Cost, who bears it, margin by tenant and service, who pays for the platform (internal)",
    fullDescription: [
      "Cost by driver, hour, month and year; what each tenant bears and by which method; margin by tenant and by",
      "service line; which part of the platform's cost the prices recover; tenants at a loss and why. Internal.",
      "",
      "  nkp-planner cost my-fleet.yaml --prices my-prices.yaml --price-list my-list.yaml",
      "  nkp-planner cost my-fleet.yaml --set shared-cost=uniform --model ultimate-centralized",
    ].join("\n"),
  },
});
