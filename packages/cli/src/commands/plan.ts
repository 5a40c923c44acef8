import { planDocument, plannedFleet } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  DEFAULT_MODEL,
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelIds,
  modelOf,
  planningFlags,
} from "../flags.ts";
import { inkFor } from "../human/ink.ts";
import { planText } from "../human/plan.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
  readonly format: Format;
}

async function plan(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const model = modelOf(flags.model);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const result = plannedFleet(input, model, context, cache);
  refuse(this.process, [result], flags, UNFIT);
  const { stdout, env } = this.process;
  if (flags.format === "json") stdout.write(`${JSON.stringify(planDocument(result, notices), null, 2)}\n`);
  else stdout.write(planText(result, notices, inkFor(stdout, env)));
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: plan,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "How the fleet is run" },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.plan,
    fullDescription: [
      "Plan a fleet by one operating model: clusters, pools, tenants, assumptions.",
      "",
      "  nkp-planner plan my-fleet.yaml --model ultimate-centralized",
    ].join("\n"),
  },
});
