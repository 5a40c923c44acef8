import { type Audience, quoteCsv } from "@nkp-planner/adapters";
import {
  type Finding,
  type PlannedFleet,
  planDocument,
  plannedFleet,
  quoteDocument,
  quotesOf,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { DEFAULT_MODEL, fleetArgument, type ModelId, modelIds, modelOf, outputFlags, planningFlags } from "../flags.ts";
import { sayBeside } from "../human/beside.ts";
import { costText } from "../human/cost.ts";
import { type Ink, inkFor } from "../human/ink.ts";
import { quotesText } from "../human/quote.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { writeOutput } from "../output-file.ts";
import type { Shell } from "../shell.ts";
import { briefOf } from "./index.ts";

interface Flags extends PlanningFlags {
  readonly model: ModelId;
  readonly tenant?: readonly string[];
  readonly audience: Audience;
  readonly format: "human" | "json" | "csv";
  readonly out?: string;
  readonly force: boolean;
}

async function quote(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const model = modelOf(flags.model);
  const { input, context, notices } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const plan = plannedFleet(input, model, context);
  const { stdout, env } = this.process;
  const isFile = flags.out !== undefined;
  const text = textOf(plan, notices, flags, isFile ? inkFor({ write: () => undefined }, env) : inkFor(stdout, env));
  sayBeside(this.process, [plan], notices, flags.format === "csv");
  if (flags.out === undefined) stdout.write(text);
  else await writeOutput(flags.out, text, { isForced: flags.force });
}

function textOf(plan: PlannedFleet, notices: readonly Finding[], flags: Flags, ink: Ink): string {
  const { tenant: tenantIds = [], audience, format } = flags;
  if (format === "csv")
    return quoteCsv.write(plan, { audience, notices, ...(tenantIds.length > 0 ? { tenantIds } : {}) });
  const quotes = quotesOf(plan, tenantIds);
  if (audience === "internal") return format === "json" ? json(planDocument(plan)) : costText([plan], notices, ink);
  return format === "json" ? json(quoteDocument(quotes)) : quotesText(quotes, notices, ink);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const command = buildCommand<Flags, [string?], Shell>({
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
      audience: {
        kind: "enum",
        values: ["customer", "internal"],
        default: "customer",
        brief: "For whom: prices only, or cost and margin too",
      },
      format: {
        kind: "enum",
        values: ["human", "json", "csv"],
        default: "human",
        brief: "What to print: text, the documented JSON, or quote lines as CSV",
      },
      ...outputFlags,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: briefOf("quote"),
    fullDescription: [
      "What tenants pay, line by line, a month and once apart. Customers may see it: nothing of the cost is in it.",
      "A price agreed in the fleet file stands before the list, unless --set agreed-prices=ignored.",
      "",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --tenant orchid",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --format csv --out quote.csv",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --audience internal",
    ].join("\n"),
  },
});
