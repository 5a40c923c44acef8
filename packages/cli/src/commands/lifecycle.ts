import { calendarFormats, optionHelp, optionWords } from "@nkp-planner/adapters";
import {
  didYouMean,
  findingsOfKind,
  findingText,
  fleetOfDay,
  fleetUpgrades,
  InputError,
  lifecycleDocument,
  type OperatingModel,
  plannedFleet,
  releaseCyclesOf,
  shown,
  upgradesOf,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  fleetArgument,
  formatFlag,
  type ModelId,
  modelIds,
  modelsFlag,
  modelsNamed,
  optionFlag,
  planningFlags,
} from "../flags.ts";
import { type FormatId, JSON_DOCUMENT } from "../formats.ts";
import { withCalendars } from "../given-calendars.ts";
import { inkFor } from "../human/ink.ts";
import { lifecycleText } from "../human/lifecycle.ts";
import { paragraph } from "../human/paragraph.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { type MonthsFlag, monthsFlag, monthsPlayed } from "../months-played.ts";
import type { Shell } from "../shell.ts";

const LONGEST_ID = Math.max(...calendarFormats.map(({ id }) => id.length));
/** A calendar of upgrades holds no amount, so that nothing of prices is to be known of it. */
const OF_PRICES: ReadonlySet<string> = new Set(["prices"]);

interface Flags extends PlanningFlags, AllowFlags, MonthsFlag {
  readonly tenant?: string;
  /** Files of objects of management clusters. */
  readonly calendar?: readonly string[];
  readonly model?: readonly ModelId[];
  /** For people, JSON, or the id of a format of calendars. */
  readonly format: FormatId;
  readonly option?: readonly string[];
}

async function lifecycle(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model);
  const {
    input,
    context,
    cache,
    watch,
    notices: all,
  } = await withCalendars(this.process, flags.calendar ?? [], () =>
    loadPlanning(this.process, fleetPath, flags, models),
  );
  const { stdout, env } = this.process;
  const format = calendarFormats.find(({ id }) => id === flags.format);
  if (models.length > 1 && format !== undefined) throw oneModel(flags.format, models);
  if (flags.option !== undefined && format === undefined) throw noOptions(flags.format);
  const { tenants } = fleetOfDay(input);
  if (flags.tenant !== undefined) requireTenant(flags.tenant, tenants);
  // What cannot be played is said before the fleet is planned, which takes longer.
  for (const model of models) upgradesOf(input, model, context, monthsPlayed(flags, context));
  const played = models.map((model) => {
    const plan = plannedFleet(input, model, context, cache);
    return { model, plan, upgrades: fleetUpgrades(plan, model, monthsPlayed(flags, context)) };
  });
  const plans = played.map(({ plan }) => ({ model: plan.model, findings: findingsOfKind(plan, "infeasible") }));
  refuse(this.process, plans, flags, UNFIT);
  const notices = [...watch.findings, ...all.filter(({ kind }) => !OF_PRICES.has(kind))];
  if (flags.format === JSON_DOCUMENT) {
    const document = lifecycleDocument(
      played.map(({ upgrades }) => upgrades),
      notices,
    );
    stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  if (format !== undefined) {
    const options = optionWords(flags.option ?? [], "--option");
    // The file has no place for what was said: that goes beside it.
    for (const finding of [...notices, ...played.flatMap(({ upgrades }) => upgrades.calendar.findings)])
      this.process.stderr.write(`${paragraph(findingText(finding))}\n`);
    for (const { model, upgrades } of played) {
      const cycles = releaseCyclesOf(input, model, context, monthsPlayed(flags, context));
      stdout.write(format.write({ modelTitle: model.title, upgrades, cycles }, options));
    }
    return;
  }
  const names = new Map(tenants.map(({ id, name }) => [id, name]));
  stdout.write(lifecycleText({ played, names, tenantId: flags.tenant, notices }, inkFor(stdout, env)));
}

/** Two models in one calendar would upgrade every cluster twice. */
function oneModel(format: string, models: readonly OperatingModel[]): InputError {
  const fix = `add one --model: ${modelIds.join(", ")}`;
  const found = models.map(({ id }) => id).join(", ");
  return new InputError("--model", [{ path: [], found, expected: `one model for ${format}`, fix }]);
}

function noOptions(format: string): InputError {
  const ids = calendarFormats.map(({ id }) => id).join(", ");
  return new InputError("--option", [
    { path: [], found: `an option of ${format}`, expected: `one of: ${ids}`, fix: "name the format with --format" },
  ]);
}

function requireTenant(id: string, tenants: readonly { readonly id: string }[]): void {
  const ids = tenants.map((tenant) => tenant.id);
  if (ids.includes(id)) return;
  const expected = "the id of a tenant that is under contract on the fleet's day";
  throw new InputError("--tenant", [{ path: [], found: shown(id), expected, fix: didYouMean(id, ids) }]);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: lifecycle,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      months: monthsFlag,
      tenant: {
        kind: "parsed",
        parse: (input: string): string => input,
        optional: true,
        brief: "List the upgrades of this tenant one by one, with what is to be known of each",
        placeholder: "ID",
      },
      calendar: {
        kind: "parsed",
        parse: (input: string): string => input,
        optional: true,
        variadic: true,
        brief: "What kubectl prints of an NKP management cluster, over the catalog's facts (default: none)",
        placeholder: "FILE",
      },
      model: modelsFlag("How the fleet is run"),
      format: {
        kind: "enum",
        values: [...formatFlag.values, ...calendarFormats.map(({ id }) => id)] as unknown as readonly FormatId[],
        default: formatFlag.default as FormatId,
        brief: "What to print: a table for people, the documented JSON, or a format listed below",
      },
      option: optionFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.lifecycle,
    fullDescription: [
      "Play the upgrades of a fleet forward from its day: when each cluster gets each minor version of NKP, who",
      "waits for whom and for how long, and on how many days NKP's window, the Kubernetes inside, or Prism Central",
      "and AOS are out of support. A tenant's pace is what its upgrades say in the fleet (readyAfterDays, freezes,",
      "certified, version), or as --set has it for its upgradeCadence; your days are the fleet's upgrades.",
      "",
      "  nkp-planner lifecycle my-fleet.yaml",
      "  nkp-planner lifecycle my-fleet.yaml --model ultimate-centralized --tenant orchid",
      "  nkp-planner lifecycle my-fleet.yaml --set coupling-scope=cluster --months 60",
      "  kubectl get releases,nkpclusters,upgradeplans -A -o yaml > nkp.yaml",
      "  nkp-planner lifecycle my-fleet.yaml --calendar nkp.yaml    your own dates and versions",
      "  nkp-planner lifecycle my-fleet.yaml --format json      every step and event",
      "  nkp-planner lifecycle my-fleet.yaml --model hybrid --format ics > upgrades.ics",
      "",
      ...calendarFormats.flatMap(({ id, title, options }) => [
        `  --format ${id.padEnd(LONGEST_ID)}  ${title}`,
        ...optionHelp(options).map(({ name, description }) => `    --option ${name}=…  ${description}`),
      ]),
    ].join("\n"),
  },
});
