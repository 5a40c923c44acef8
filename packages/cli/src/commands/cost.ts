import { focusCsv, opencostJson, workbookOf, xlsxBytes } from "@nkp-planner/adapters";
import {
  type Finding,
  InputError,
  operatingModels,
  type PlannedFleet,
  planDocument,
  plannedFleet,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { fleetArgument, type ModelId, modelIds, outputFlags, planningFlags } from "../flags.ts";
import { sayBeside } from "../human/beside.ts";
import { costText } from "../human/cost.ts";
import { type Ink, inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { requireOut, writeOutput } from "../output-file.ts";
import type { Shell } from "../shell.ts";
import { briefOf } from "./index.ts";

interface Flags extends PlanningFlags {
  readonly model?: readonly ModelId[];
  readonly format: CostFormat;
  readonly out?: string;
  readonly force: boolean;
}

const FORMATS = ["human", "json", "xlsx", "focus", "opencost"] as const;
type CostFormat = (typeof FORMATS)[number];

async function cost(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const wanted = flags.model ?? modelIds;
  const models = operatingModels.filter(({ id }) => wanted.some((one) => one === id));
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const plans = models.map((model) => plannedFleet(input, model, context, cache));
  const { stdout, env } = this.process;
  const { format, force: isForced } = flags;
  const out = format === "xlsx" ? requireOut(flags.out, format) : flags.out;
  const ink = out === undefined ? inkFor(stdout, env) : inkFor({ write: () => undefined }, env);
  const content = await contentOf(plans, notices, format, ink);
  sayBeside(this.process, plans, notices, format === "focus" || format === "opencost" || format === "xlsx");
  if (out !== undefined) await writeOutput(out, content, { isForced });
  else if (typeof content === "string") stdout.write(content);
}

async function contentOf(
  plans: readonly PlannedFleet[],
  notices: readonly Finding[],
  format: CostFormat,
  ink: Ink,
): Promise<string | Uint8Array> {
  switch (format) {
    case "human":
      return costText(plans, notices, ink);
    case "json":
      return `${JSON.stringify({ plans: plans.map(planDocument) }, null, 2)}\n`;
    case "xlsx":
      return xlsxBytes(workbookOf(onlyPlan(plans, format), { notices }));
    case "focus":
      return focusCsv.write(onlyPlan(plans, format), { notices });
    case "opencost":
      return opencostJson.write(onlyPlan(plans, format), { notices });
  }
}

/** @throws InputError where a format holds one plan and several were made */
function onlyPlan([plan, ...others]: readonly PlannedFleet[], format: CostFormat): PlannedFleet {
  if (plan !== undefined && others.length === 0) return plan;
  const fix = `add one --model: ${modelIds.join(", ")}`;
  throw new InputError("--format", [
    { path: [], found: `${format} of ${others.length + 1} models`, expected: "one model", fix },
  ]);
}

export const command = buildCommand<Flags, [string?], Shell>({
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
      format: {
        kind: "enum",
        values: FORMATS,
        default: "human",
        brief: "Text, JSON, a workbook with live formulas, FOCUS-shaped CSV, OpenCost prices",
      },
      ...outputFlags,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: briefOf("cost"),
    fullDescription: [
      "Cost by driver, hour, month and year; what each tenant bears and by which method; margin by tenant and by",
      "service line; which part of the platform's cost the prices recover; tenants at a loss and why. Internal.",
      "",
      "  nkp-planner cost my-fleet.yaml --prices my-prices.yaml --price-list my-list.yaml",
      "  nkp-planner cost my-fleet.yaml --set shared-cost=uniform --model ultimate-centralized",
      "  nkp-planner cost my-fleet.yaml --model hybrid --format xlsx --out hybrid.xlsx",
      "  nkp-planner cost my-fleet.yaml --model hybrid --format focus --out focus.csv",
    ].join("\n"),
  },
});
