import { planFleet, quoteDocument, quotesOf } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
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
import { quotesText } from "../human/quote.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags {
  readonly model: ModelId;
  readonly tenant?: readonly string[];
  readonly format: Format;
}

async function quote(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const model = modelOf(flags.model);
  const { input, context, notices } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const quotes = quotesOf(planFleet(input, model, context), flags.tenant);
  const { stdout, env } = this.process;
  if (flags.format === "json") stdout.write(`${JSON.stringify(quoteDocument(quotes), null, 2)}\n`);
  else stdout.write(quotesText(quotes, notices, inkFor(stdout, env)));
}

export const quoteCommand = buildCommand<Flags, [string?], Shell>({
  func: quote,
  parameters: {
    flags: {
      ...planningFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "How the fleet is run" },
      tenant: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        variadic: true,
        brief: "Id of a tenant, several times for several (default: all)",
        placeholder: "ID",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: "What tenants pay, line by line, a month and once; nothing of what they cost",
    fullDescription: [
      "What tenants pay, line by line, a month and once apart. Customers may see it: nothing of the cost is in it.",
      "A price agreed in the fleet file stands before the list, unless --set agreed-prices=ignored.",
      "",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --tenant orchid",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --format json",
    ].join("\n"),
  },
});
