import {
  breakEvenDocument,
  breakEvenOf,
  costAtSize,
  type FleetPlan,
  type FleetSize,
  fleetOfDay,
  type OperatingModel,
  planFleet,
  smallestTenantOf,
  stoppedAt,
  type Tie,
  type TriedTenant,
  targetPricesOf,
  tieOf,
  tryTenant,
  unitPriceForMargin,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, shortfallsOfSizes, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  DEFAULT_BASELINE,
  DEFAULT_MODEL,
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelIds,
  modelOf,
  planningFlags,
  wholeNumber,
} from "../flags.ts";
import { type Answers, breakevenText } from "../human/breakeven.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type Planning, type PlanningFlags, pricesOf } from "../inputs.ts";
import { type PodSize, podSize } from "../pod-size.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
  readonly against: ModelId;
  readonly upTo: number;
  readonly margin: number;
  readonly tie?: readonly string[];
  readonly sku?: string;
  readonly pod: PodSize;
  readonly upToPods: number;
  readonly format: Format;
}

async function breakeven(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const [model, against] = [modelOf(flags.model), modelOf(flags.against)];
  const planning = await loadPlanning(this.process, fleetPath, flags, [model, against]);
  const { input, context, cache, watch } = planning;
  const plans = [model, against].map((one) => planFleet(input, one, context, cache));
  const sizes = sizesUpTo(planning, [model, against], flags.upTo);
  const answers: Answers = {
    currency: input.currency,
    marginRatio: flags.margin,
    models: [model, against],
    plans,
    sizes,
    breakEven: sizes.length === 0 ? null : breakEvenOf(sizes, model.id, against.id),
    smallest:
      context.priceList === undefined
        ? null
        : watch.orNull("the smallest tenant worth taking", () => smallestWith(planning, [model, against], flags)),
    isPriced: context.priceList !== undefined,
    pod: flags.pod,
    targets: plans.map((plan) => targetPricesOf(plan, flags.margin)),
    unitPrices:
      flags.sku === undefined
        ? null
        : watch.orNull(`the unit price of ${flags.sku}`, () => {
            watch.at("the unit price");
            return [model, against].map((one) =>
              unitPriceForMargin(input, one, context, flags.sku as string, flags.margin, cache),
            );
          }),
    ties: tiesOf(planning, [model, against], plans, flags.tie ?? []),
  };
  const notices = [...watch.findings, ...planning.notices];
  const { stdout, env } = this.process;
  refuse(this.process, [...plans, ...shortfallsOfSizes(sizes, [model, against], [])], flags, UNFIT);
  if (flags.format === "json")
    stdout.write(`${JSON.stringify(breakEvenDocument(answers, pricesOf(planning), notices), null, 2)}\n`);
  else stdout.write(breakevenText(answers, notices, inkFor(stdout, env)));
}

function sizesUpTo(
  { input, context, cache, watch }: Planning,
  models: readonly OperatingModel[],
  upTo: number,
): readonly FleetSize[] {
  if (fleetOfDay(input).tenants.length === 0) return [];
  return watch.each(
    numbersTo(upTo),
    (count) => {
      watch.at(`${count} of ${upTo} tenants`);
      return costAtSize(input, count, models, context, cache);
    },
    (stopped, count) => stoppedAt(stopped, count, upTo, "tenants"),
  );
}

/** 1, 2, 3 … */
function numbersTo(most: number): readonly number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

function tiesOf(
  { input, context, cache, watch }: Planning,
  [model, against]: readonly [OperatingModel, OperatingModel],
  plans: readonly FleetPlan[],
  names: readonly string[],
): readonly Tie[] {
  const bases = [
    { model, plan: plans[0] as FleetPlan },
    { model: against, plan: plans[1] as FleetPlan },
  ] as const;
  return names.flatMap((name) => {
    let planCount = 0;
    const onPlan = () => {
      planCount += 1;
      watch.at(`where ${name} ties, ${planCount} plans so far`);
    };
    return watch.orNull(`where ${name} ties`, () => tieOf(bases, input, context, name, { onPlan, cache })) ?? [];
  });
}

/** Of both models side by side, so that a limit leaves the same sizes to each. */
function smallestWith(
  { input, context, cache, watch }: Planning,
  models: readonly OperatingModel[],
  { pod, margin: marginRatio, upToPods }: Flags,
) {
  const tried = watch.each(
    numbersTo(upToPods),
    (count) => {
      watch.at(`one more tenant of ${count} of ${upToPods} pods`);
      return models.map((model) => tryTenant({ input, model, context, cache, pod, marginRatio }, count));
    },
    (stopped, count) => stoppedAt(stopped, count, upToPods, "pods"),
  );
  return models.map((_, index) => smallestTenantOf(tried.map((both) => both[index] as TriedTenant)));
}

const MOST_TENANTS = 500;
const MOST_PODS = 500;
const PERCENT = 100;

function marginRatio(text: string): number {
  const [, percent] = /^(\d{1,2}(?:\.\d{1,4})?) ?%$/.exec(text) ?? [];
  if (percent !== undefined) return Number(percent) / PERCENT;
  if (/^0(\.\d{1,6})?$/.test(text)) return Number(text);
  const fix = /^\d{1,2}(\.\d+)?$/.test(text) ? `write ${text}%, or ${Number(text) / PERCENT}` : "write 25%, or 0.25";
  throw new SyntaxError(`${JSON.stringify(text)} is no margin from 0 to below 1, or from 0% to below 100%; ${fix}`);
}

export const command = buildCommand<Flags, [string?], Shell>({
  func: breakeven,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_BASELINE, brief: "The model asked about" },
      against: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "What it is measured against" },
      upTo: {
        kind: "parsed",
        parse: wholeNumber("tenants", 1, MOST_TENANTS),
        default: "50",
        brief: `Most tenants to plan, at most ${MOST_TENANTS}`,
        placeholder: "N",
      },
      margin: {
        kind: "parsed",
        parse: marginRatio,
        default: "20%",
        brief: "Margin wanted, of the price: 25% or 0.25",
        placeholder: "MARGIN",
      },
      tie: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        variadic: true,
        brief: "SKU or assumption: at which value do the two models cost the same (default: none)",
        placeholder: "NAME",
      },
      sku: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        brief: "Item of the price list whose unit price to find",
        placeholder: "SKU",
      },
      pod: {
        kind: "parsed",
        parse: podSize,
        default: "500m,2Gi,10Gi",
        brief: "A pod of the smallest tenant: CPU,MEMORY,STORAGE",
        placeholder: "SIZE",
      },
      upToPods: {
        kind: "parsed",
        parse: wholeNumber("pods", 1, MOST_PODS),
        default: "60",
        brief: `Most pods of it to plan, at most ${MOST_PODS}`,
        placeholder: "N",
      },
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.breakeven,
    fullDescription: [
      "Break-even of two models over numbers of tenants, each of them planned; the smallest tenant worth taking",
      "(with --price-list); price floors and prices for a margin; the unit price that brings the fleet's margin.",
      "",
      "  nkp-planner breakeven my-fleet.yaml --prices my-prices.yaml --up-to 100",
      "  nkp-planner breakeven my-fleet.yaml --price-list my-list.yaml --margin 25% --sku MK-VCPU",
      "  nkp-planner breakeven my-fleet.yaml --tie NKP-ULT --tie operations-hours-self-managed",
    ].join("\n"),
  },
});
