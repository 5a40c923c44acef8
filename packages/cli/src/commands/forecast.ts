import { type Forecast, forecastDocument, forecastOf, leftOutBy, type OperatingModel } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelsFlag,
  modelsNamed,
  numeral,
  planningFlags,
} from "../flags.ts";
import { type Every, forecastText, rhythms } from "../human/forecast.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

/** Who comes and goes is what a forecast plays, so that nobody is left out of it; of prices it speaks by its own days. */
const PLAYED: readonly string[] = ["tenants-not-under-contract", "prices-not-valid", "illustrative-agreed-prices"];

const STOPPED = "planning-stopped";

interface Flags extends PlanningFlags, AllowFlags {
  readonly months: number;
  readonly discount: number;
  readonly start?: string;
  readonly churnPercentPerYear?: number;
  readonly newTenantsPerYear?: number;
  readonly every?: Every;
  readonly model?: readonly ModelId[];
  readonly format: Format;
}

async function forecast(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const models = modelsNamed(flags.model);
  const { input, context, cache, watch, notices: all } = await loadPlanning(this.process, fleetPath, flags, models);
  const { stdout, env } = this.process;
  const forecastBy = (model: OperatingModel): Forecast =>
    forecastOf(input, model, context, {
      cache,
      months: flags.months,
      discountPercentPerYear: flags.discount,
      ...ratesAsked(flags),
      ...(flags.start === undefined ? {} : { start: flags.start }),
      onMonth: (month) => watch.at(`month ${month} of ${flags.months}`),
    });
  const forecasts = watch.each(models, forecastBy, (stopped, count) =>
    leftOutBy(
      stopped,
      models.slice(count).map(({ phrase }) => phrase),
    ),
  );
  for (const finding of forecasts.flatMap(({ findings }) => findings.filter(({ code }) => code === STOPPED)))
    watch.say(finding);
  const notices = [...watch.findings, ...all.filter(({ code }) => !PLAYED.includes(code))];
  refuse(this.process, forecasts, flags, UNFIT);
  if (flags.format === "json") {
    const document = forecastDocument(
      { currency: input.currency, forecasts },
      { context, tenants: input.tenants },
      notices,
    );
    stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const indexationPercent = context.priceList?.indexationPercentPerYear ?? null;
    stdout.write(forecastText({ forecasts, every: flags.every, indexationPercent, notices }, inkFor(stdout, env)));
  }
}

function ratesAsked({ churnPercentPerYear, newTenantsPerYear }: Flags) {
  return {
    ...(churnPercentPerYear === undefined ? {} : { churnPercentPerYear }),
    ...(newTenantsPerYear === undefined ? {} : { newTenantsPerYear }),
  };
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: forecast,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      months: { kind: "parsed", parse: numeral, default: "36", brief: "How many, from 12 to 60", placeholder: "N" },
      discount: {
        kind: "parsed",
        parse: numeral,
        default: "8",
        brief: "What money costs, percent a year: by it later cash counts less",
        placeholder: "PERCENT",
      },
      start: {
        kind: "parsed",
        parse: (input: string): string => input,
        optional: true,
        brief: "From when on: the first whole month of the calendar (default: the day of the plan)",
        placeholder: "DATE",
      },
      churnPercentPerYear: {
        kind: "parsed",
        parse: numeral,
        optional: true,
        brief: "How many percent of the tenants that nothing binds leave a year (default: as the fleet has it)",
        placeholder: "PERCENT",
      },
      newTenantsPerYear: {
        kind: "parsed",
        parse: numeral,
        optional: true,
        brief: "How many tenants come a year, each as large as the median one (default: as the fleet has it)",
        placeholder: "N",
      },
      every: {
        kind: "enum",
        values: rhythms,
        optional: true,
        brief: "A line a month, quarter or year (default: as fits the length)",
      },
      model: modelsFlag("How the fleet is run"),
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.forecast,
    fullDescription: [
      "Play a fleet forward month by month: tenants come and go by contract.from and contract.until and",
      "grow by growthPercentPerYear; clusters keep the shape of their nodes and get more, until a change",
      "of shape or fewer nodes pay back; hosts are bought as they are needed; upgrades fall when they are due.",
      "Says what is left in the end, from when on it pays, and what that is worth today.",
      "",
      "  nkp-planner forecast my-fleet.yaml --prices my-prices.yaml --price-list my-list.yaml",
      "  nkp-planner forecast my-fleet.yaml --months 60 --discount 6 --every year",
      "  nkp-planner forecast my-fleet.yaml --model hybrid --set growth-percent-per-year=15",
      "  nkp-planner forecast my-fleet.yaml --churn-percent-per-year 10 --new-tenants-per-year 6",
      "  nkp-planner forecast my-fleet.yaml --format json      every month, to the cent",
    ].join("\n"),
  },
});
