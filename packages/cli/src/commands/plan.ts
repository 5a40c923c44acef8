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
import { hostsText } from "../human/hosts.ts";
import { inkFor } from "../human/ink.ts";
import { planText } from "../human/plan.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
  readonly format: Format;
  readonly hosts: boolean;
}

async function plan(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const model = modelOf(flags.model);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const result = plannedFleet(input, model, context, cache);
  refuse(this.process, [result], flags, UNFIT);
  const { stdout, env } = this.process;
  const ink = inkFor(stdout, env);
  if (flags.format === "json") stdout.write(`${JSON.stringify(planDocument(result, notices), null, 2)}\n`);
  else stdout.write(`${planText(result, notices, ink)}${flags.hosts ? `\n${hostsText(result, ink)}` : ""}`);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: plan,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "How the fleet is run" },
      format: formatFlag,
      hosts: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "List which VMs lie on each host, and where they start again when it is lost; JSON has it always",
      },
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.plan,
    fullDescription: [
      "Plan a fleet by one operating model: clusters, pools, tenants, assumptions.",
      "",
      "  nkp-planner plan my-fleet.yaml --model ultimate-centralized",
      "  nkp-planner plan my-fleet.yaml --hosts",
    ].join("\n"),
  },
});
