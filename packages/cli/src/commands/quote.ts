import type { Audience } from "@nkp-planner/adapters";
import {
  type Finding,
  findingsOfKind,
  type PlannedFleet,
  planDocument,
  plannedFleet,
  quoteDocument,
  quoteNotices,
  quotesOf,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  DEFAULT_MODEL,
  fleetArgument,
  type ModelId,
  modelIds,
  modelOf,
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
import { sayBeside } from "../human/beside.ts";
import { costText } from "../human/cost.ts";
import { type Ink, inkForOutput } from "../human/ink.ts";
import { quotesText } from "../human/quote.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { type PaperFlags, paperFlags, refusePaperFlags } from "../quote/paper-flags.ts";
import type { PaperFormat } from "../quote/write-papers.ts";
import type { Shell } from "../shell.ts";
import { refused } from "../system-errors.ts";

interface Flags extends PlanningFlags, AllowFlags, OutputFlags, PaperFlags {
  readonly model: ModelId;
  readonly tenant?: readonly string[];
  readonly audience: Audience;
  readonly format: FormatId;
}

/** A quote as it is sent to one customer. */
const PAPER_FORMATS = ["html", "pdf"] as const satisfies readonly PaperFormat[];

const BESIDE: readonly string[] = ["tenants-not-under-contract", "name-repeated", "sku-repeated"];

async function quote(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const model = modelOf(flags.model);
  const paper = paperFormatOf(flags);
  const { input, context, cache, notices: all } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const plan = plannedFleet(input, model, context, cache);
  const judged = flags.audience === "internal" ? plan : forCustomers(plan, flags.tenant);
  if (refuse(this.process, [judged], flags, "Not quoted (exit code 3)")) return;
  const { tenant: tenantIds = [], audience } = flags;
  const notices = audience === "internal" ? all : quoteNotices(plan, idsQuoted(plan, tenantIds), all);
  if (paper !== undefined) {
    sayBeside(this.process, [plan], [...notices, ...leftOut(plan, tenantIds)], true);
    const { writePapers } = await import("../quote/write-papers.ts");
    return await writePapers(plan, paper, flags, this.process);
  }
  const report = reportOf("plan", flags.format);
  if (report !== undefined) {
    sayBeside(this.process, [plan], [...notices, ...leftOut(plan, tenantIds)], true);
    const tenants = tenantIds.length > 0 ? { tenantIds } : {};
    return await printReport(report, plan, { audience, findings: all, ...tenants }, flags, this.process);
  }
  const text = textOf(plan, notices, flags, inkForOutput(flags.out, this.process));
  const beside = audience === "internal" ? [] : saidBeside(plan, tenantIds);
  sayBeside(this.process, [plan], beside, true);
  await printContent(text, flags, this.process);
}

/** undefined: it is not written as a paper. @throws InputError where flags ask for what a format has no place for */
function paperFormatOf(flags: Flags): PaperFormat | undefined {
  const format = PAPER_FORMATS.find((one) => one === (flags.format as string));
  if (format === undefined) refusePaperFlags(flags, flags.format);
  else if (flags.audience === "internal")
    throw refused("--format", `${format} with --audience internal`, "a quote for a customer", "leave --audience out");
  return format;
}

/** What stands against a quote for customers: why a plan cannot run, and of prices those behind what they pay. */
function forCustomers(plan: PlannedFleet, tenantIds: readonly string[] = []): Pick<PlannedFleet, "model" | "findings"> {
  const ofPrices = quotesOf(plan, tenantIds).findings.filter(({ kind }) => kind === "prices");
  return { model: plan.model, findings: [...findingsOfKind(plan, "infeasible"), ...ofPrices] };
}

/** All where nobody is named. */
function idsQuoted({ tenants }: PlannedFleet, named: readonly string[]): readonly string[] {
  return named.length > 0 ? named : tenants.map(({ tenantId }) => tenantId);
}

/** A file of lines has none for a tenant without a price: that it is left out is said beside it. */
function leftOut(plan: PlannedFleet, tenantIds: readonly string[]): readonly Finding[] {
  const beside = saidBeside(plan, tenantIds);
  if (quotesOf(plan, tenantIds).withoutPrice.length === 0) return beside;
  return [...beside, ...plan.findings.filter(({ code }) => code === "tenants-without-price")];
}

/** Who gets no quote because it is no tenant that day, and names and SKUs that repeat: said to whoever quotes, never to a customer. */
function saidBeside(plan: PlannedFleet, tenantIds: readonly string[]): readonly Finding[] {
  return tenantIds.length > 0 ? [] : plan.findings.filter(({ code }) => BESIDE.includes(code));
}

function textOf(plan: PlannedFleet, notices: readonly Finding[], flags: Flags, ink: Ink): string {
  const { tenant: tenantIds = [], audience, format } = flags;
  const quotes = quotesOf(plan, tenantIds);
  const isJson = format === JSON_DOCUMENT;
  if (audience === "internal") return isJson ? json(planDocument(plan, notices)) : costText([plan], notices, ink);
  return isJson ? json(quoteDocument({ ...quotes, findings: notices })) : quotesText(quotes, notices, ink);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function withPapers(flag: ReturnType<typeof formatFlagFor>) {
  return { ...flag, values: [...flag.values, ...(PAPER_FORMATS as readonly string[] as readonly FormatId[])] } as const;
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: quote,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
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
      format: withPapers(formatFlagFor("plan", "customer")),
      option: optionFlag,
      ...outputFlags,
      ...paperFlags,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.quote,
    fullDescription: [
      "What tenants pay, line by line, a month and once apart. Customers may see it: nothing of the cost is in it.",
      "A price agreed in the fleet file stands before the list, unless --set agreed-prices=ignored.",
      "",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --tenant orchid",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --format quote-csv --out quote.csv",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --audience internal",
      "",
      "What one customer is sent, the same as the site prints: html is one file that prints in any browser; pdf is made",
      "of it by this machine's Chromium (CHROMIUM_PATH, or one on the PATH). Several --tenant are clusters of one",
      "customer, with a total. Without any, --out FOLDER/ has a file for each tenant: two customers share none.",
      "",
      "  nkp-planner quote my-fleet.yaml --price-list my-list.yaml --tenant orchid --format pdf --out orchid.pdf \\",
      "    --number Q-17 --tax 19 --item Set-up=1200 --letterhead head.txt",
      "",
      "  --format html           A quote to send, HTML",
      "  --format pdf            A quote to send, PDF",
      ...reportLines("plan", "customer"),
    ].join("\n"),
  },
});
