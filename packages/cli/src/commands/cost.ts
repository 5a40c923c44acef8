import { costDocument, plannedFleet } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  fleetArgument,
  type ModelId,
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
  onlyOne,
  printContent,
  printReport,
  reportLines,
  reportOf,
} from "../formats.ts";
import { sayBeside } from "../human/beside.ts";
import { costText } from "../human/cost.ts";
import { inkForOutput } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags, pricesOf } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags, OutputFlags {
  readonly model?: readonly ModelId[];
  readonly format: FormatId;
}

async function cost(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const plans = models.map((model) => plannedFleet(input, model, context, cache));
  const report = reportOf("plan", flags.format);
  const isForCustomers = report?.audiences.includes("customer") === true;
  if (refuse(this.process, plans, flags, isForCustomers ? "Not written (exit code 3)" : UNFIT) && isForCustomers)
    return;
  if (report !== undefined) {
    const plan = onlyOne(plans, flags.format);
    sayBeside(this.process, plans, notices, true);
    return await printReport(report, plan, { findings: notices }, flags, this.process);
  }
  const ink = inkForOutput(flags.out, this.process);
  const text =
    flags.format === JSON_DOCUMENT
      ? `${JSON.stringify(costDocument({ currency: input.currency, plans }, pricesOf({ input, context }), notices), null, 2)}\n`
      : costText(plans, notices, ink);
  sayBeside(this.process, plans, notices, false);
  await printContent(text, flags, this.process);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: cost,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: modelsFlag("A model to plan"),
      format: formatFlagFor("plan", "internal"),
      option: optionFlag,
      ...outputFlags,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.cost,
    fullDescription: [
      "Cost by driver, hour, month and year; what each tenant bears and by which method; margin by tenant and by",
      "service line; which part of the platform's cost the prices recover; tenants at a loss and why. Internal.",
      "",
      "  nkp-planner cost my-fleet.yaml --prices my-prices.yaml --price-list my-list.yaml",
      "  nkp-planner cost my-fleet.yaml --set shared-cost=uniform --model ultimate-centralized",
      "  nkp-planner cost my-fleet.yaml --model hybrid --format xlsx --out hybrid.xlsx",
      "  nkp-planner cost my-fleet.yaml --model hybrid --format focus-csv --out focus.csv",
      "",
      ...reportLines("plan", "internal"),
    ].join("\n"),
  },
});
