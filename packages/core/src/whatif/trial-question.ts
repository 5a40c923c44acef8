import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import type { CostLine } from "../costs/cost-line.ts";
import type { Effort, HoursFormula } from "../costs/efforts.ts";
import { upgradeLabourOf } from "../costs/upgrade-labour.ts";
import type { PlanInput } from "../input/fleet.ts";
import { choiceNamed, numberOf } from "../input/parameters.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import { findRate } from "../prices/price-book.ts";
import { labourKindOf } from "../prices/price-kinds.ts";
import { isFlat, type Tariff } from "../prices/tariff.ts";
import { type PriceBill, priceBillOf } from "./price-bill.ts";
import { isStructural, type Range } from "./range.ts";
import type { BasePlan } from "./replan.ts";
import { type PriceSlot, Slots, tierAt } from "./slots.ts";

/** So many at the price of a slot's tier, so many times. */
export interface BilledLine {
  readonly slotIndex: number;
  readonly tierIndex: number;
  readonly quantity: string;
  readonly lineCount: number;
}

/** Work that is due every month, at one rate; the tariff's prices are the indices of its tiers. */
export interface LabourBill {
  readonly slotIndex: number;
  /** Hours of a cluster, and of how many clusters alike. */
  readonly efforts: readonly { readonly formula: HoursFormula; readonly clusterCount: number }[];
  readonly tariff: Tariff<number>;
}

export interface ModelBill {
  readonly modelId: string;
  readonly lines: readonly BilledLine[];
  readonly labour: readonly LabourBill[];
  /** null: what a tenant pays is unknown. */
  readonly price: PriceBill | null;
}

/** A setting at its base, and which range varies it. */
export interface SettingSlot {
  readonly base: string;
  readonly rangeIndex: number | null;
}

/**
 * All that trials need, as plain data: what is bought and sold, how often, by which price. It can be sent to another
 * thread or kept as JSON.
 */
export interface TrialQuestion {
  readonly seed: number;
  readonly trialCount: number;
  readonly currency: CurrencyCode;
  readonly ranges: readonly Range[];
  readonly slots: readonly PriceSlot[];
  readonly settings: Readonly<Record<string, SettingSlot>>;
  readonly models: readonly ModelBill[];
}

export interface Sampling {
  readonly ranges: readonly Range[];
  readonly trialCount: number;
  readonly seed: number;
}

/**
 * The question that trials answer: the bases' nodes and shapes at other prices and hours.
 * @throws InputError where a range would change the nodes themselves
 */
export function trialQuestion(
  bases: readonly BasePlan[],
  input: PlanInput,
  asGiven: PlanningContext,
  { ranges, trialCount, seed }: Sampling,
): TrialQuestion {
  const context = contextOn(asGiven, input.asOf);
  const problems = drawProblems(ranges, input, context);
  if (problems.length > 0) throw new InputError("trials", problems);
  const { currency } = input;
  const slots = new Slots(ranges, context, input);
  const models = bases.map((base) => modelBillOf(base, input, slots));
  const used = models.flatMap(({ labour }) => labour.flatMap(({ efforts }) => efforts.map(({ formula }) => formula)));
  const ids = new Set(
    used.flatMap(({ hoursId, everyDaysId }) => (everyDaysId === null ? [hoursId] : [hoursId, everyDaysId])),
  );
  const settings = Object.fromEntries(
    [...ids].map((id) => [
      id,
      { base: String(numberOf(context.choices, id)), rangeIndex: slots.rangeIndexOf({ kind: "setting", id }) },
    ]),
  );
  return { seed, trialCount, currency, ranges, slots: slots.all, settings, models };
}

/** What a range changes beside prices and hours, so that no trial can draw from it; null: nothing. */
function changedBy({ target }: Range, input: PlanInput, context: PlanningContext): string | null {
  if (target.kind !== "setting") return null;
  if (isStructural(target, context)) return "the nodes themselves";
  const movesCalendar = affectsCalendar(target.id, context) && upgradeLabourOf(input, context) === "counted";
  return movesCalendar ? "the calendar of upgrades itself" : null;
}

/** Hours and minutes say how long upgrades take, all else when and how often they come. */
function affectsCalendar(id: string, { choices }: PlanningContext): boolean {
  const parameter = choiceNamed(choices, id)?.parameter;
  if (id === "days-between-minors") return true;
  return parameter?.affects === "lifecycle" && parameter.unit !== "hours" && parameter.unit !== "minutes";
}

/** Ranges that trials can draw from: those that change no nodes, and no calendar by which labour is counted. */
export function canBeDrawn(range: Range, input: PlanInput, context: PlanningContext): boolean {
  return changedBy(range, input, context) === null;
}

/** Every range that trials cannot draw from, with its place in the file of ranges and where it can be seen instead. */
export function drawProblems(ranges: readonly Range[], input: PlanInput, context: PlanningContext): readonly Problem[] {
  return ranges.flatMap((range, index): readonly Problem[] => {
    const changed = changedBy(range, input, context);
    if (changed === null) return [];
    return [
      {
        path: ["ranges", index, "setting"],
        found: `${shown(range.target.id)}, which changes ${changed}`,
        expected: "a price, or hours and days of labour: every trial prices the same nodes and upgrades",
        fix: "see it in the tornado or in a two-way table (--table), which plan again, and run no trials (--trials 0)",
      },
    ];
  });
}

function modelBillOf({ model, plan }: BasePlan, input: PlanInput, slots: Slots): ModelBill {
  return {
    modelId: model.id,
    lines: gathered(plan.costs.filter(({ driver }) => driver !== "labour").map((line) => billedLine(line, slots))),
    labour: labourBillsOf(plan.efforts, slots),
    price: priceBillOf(input, plan.clusters, slots),
  };
}

/** One an activity, clusters alike together. */
function labourBillsOf(efforts: readonly Effort[], slots: Slots): readonly LabourBill[] {
  return [...new Set(efforts.map(({ activity }) => activity))].flatMap((activity) => {
    const rate = findRate(slots.here.priceBook, labourKindOf(activity));
    if (rate === undefined) return [];
    const tiers = rate.tariff.tiers.map(({ fromQuantity }, index) => ({ fromQuantity, unitPrice: index }));
    const alike = new Map<string, LabourBill["efforts"][number]>();
    for (const { formula } of efforts.filter((effort) => effort.activity === activity)) {
      const key = JSON.stringify(formula);
      alike.set(key, { formula, clusterCount: (alike.get(key)?.clusterCount ?? 0) + 1 });
    }
    return [{ slotIndex: slots.ofRate(rate), efforts: [...alike.values()], tariff: { ...rate.tariff, tiers } }];
  });
}

function billedLine({ rate, unitPrice, quantity }: CostLine, slots: Slots): BilledLine {
  const tierIndex = isFlat(rate.tariff) ? 0 : tierAt(rate.tariff, unitPrice);
  return { slotIndex: slots.ofRate(rate), tierIndex, quantity: String(quantity), lineCount: 1 };
}

/** Equal lines as one with their number: each is rounded by itself all the same. */
function gathered(lines: readonly BilledLine[]): readonly BilledLine[] {
  const all = new Map<string, BilledLine>();
  for (const line of lines) {
    const key = `${line.slotIndex} ${line.tierIndex} ${line.quantity}`;
    all.set(key, { ...line, lineCount: (all.get(key)?.lineCount ?? 0) + line.lineCount });
  }
  return [...all.values()];
}
