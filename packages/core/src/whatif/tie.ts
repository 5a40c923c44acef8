import { InputError } from "../base/findings/input-error.ts";
import { compareMoney, type Money } from "../base/money.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { PlanInput } from "../input/fleet.ts";
import { allChoices, choiceNamed } from "../input/parameters.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import { allRates } from "../prices/price-book.ts";
import { applied } from "./applied.ts";
import { baseValueOf, type Target, unitOfTarget, valueTextOf } from "./range.ts";
import { amountsOf, amountsUnder, type BasePlan, type Replanning } from "./replan.ts";

/** Both costs where a price or an assumption has one value. */
export interface TieEnd {
  readonly value: string;
  readonly monthlyCost: Money;
  readonly againstMonthlyCost: Money;
}

/** The value of one price or assumption at which two models cost the same. */
export interface Tie {
  readonly target: Target;
  readonly unit: string;
  readonly planned: TieEnd;
  /** The first value found, from the planned one outwards, at which the other model costs no more; null: none was found. */
  readonly at: TieEnd | null;
  /** The last value tried before it, at which it still costs more. */
  readonly before: TieEnd | null;
  readonly searchedFrom: string;
  readonly searchedTo: string;
}

/** So many parts of the way down, and so often twice as much upwards. */
const STEPS = 8;
/** Digits of a value that count; 38 is searched to the cent. */
const DIGITS = 3;
const TEN = 10;

/**
 * Searches for the value at which two models' costs change places, each tried value planned in full: first in steps away
 * from the planned value, then by halves between the last two.
 * @param name the SKU of an item of the price book, or the name of an assumption that is a number
 * @throws InputError where there is none of that name, or it has no figure as planned
 */
export function tieOf(
  [model, against]: readonly [BasePlan, BasePlan],
  input: PlanInput,
  asGiven: PlanningContext,
  name: string,
  { onPlan, cache }: Replanning = {},
): Tie {
  const context = contextOn(asGiven, input.asOf);
  const target = targetNamed(context, name);
  const base = baseValueOf(context, target);
  if (base === null) throw noFigure(name);
  const { fit, low, high } = boundsOf(target, base, context);
  const endAt = (value: number): TieEnd => {
    const text = valueTextOf(value);
    const changed = applied(context, target, text);
    const [mine, theirs] = [model, against].map((one) => {
      onPlan?.();
      return amountsUnder(one, input, changed, [target], cache).monthlyCost;
    }) as [Money, Money];
    return { value: text, monthlyCost: mine, againstMonthlyCost: theirs };
  };
  const planned = {
    value: valueTextOf(base),
    monthlyCost: amountsOf(model.plan).monthlyCost,
    againstMonthlyCost: amountsOf(against.plan).monthlyCost,
  };
  const sign = signOf(planned);
  const hasTurned = (end: TieEnd) => signOf(end) !== sign;
  const found = { target, unit: unitOfTarget(context, target), planned };
  const searched = { searchedFrom: valueTextOf(low), searchedTo: valueTextOf(high) };
  if (sign === 0) return { ...found, at: planned, before: null, ...searched };
  let bracket: readonly [before: TieEnd, at: TieEnd] | null = null;
  let [down, up] = [planned, planned];
  for (let step = 1; step <= STEPS && bracket === null; step += 1) {
    for (const [before, value] of [
      [down, fit(base - ((base - low) * step) / STEPS)],
      [up, fit(Math.min(high, base * (1 + 1) ** step))],
    ] as const) {
      if (bracket !== null || value === Number(before.value)) continue;
      const end = endAt(value);
      if (hasTurned(end)) bracket = [before, end];
      else if (value < base) down = end;
      else up = end;
    }
  }
  if (bracket === null) return { ...found, at: null, before: null, ...searched };
  let [before, at] = bracket;
  for (;;) {
    const middle = fit((Number(before.value) + Number(at.value)) / (1 + 1));
    if (middle === Number(before.value) || middle === Number(at.value)) break;
    const end = endAt(middle);
    if (hasTurned(end)) at = end;
    else before = end;
  }
  return { ...found, at, before, ...searched };
}

function signOf({ monthlyCost, againstMonthlyCost }: TieEnd): number {
  return Math.sign(compareMoney(monthlyCost, againstMonthlyCost));
}

/** Between which values is searched, and which of them can be taken. */
function boundsOf({ kind, id }: Target, base: number, { choices }: PlanningContext) {
  const digits = Math.floor(Math.log10(Math.max(base, 1))) - DIGITS;
  const grain = TEN ** digits;
  const custom = kind === "setting" ? (choiceNamed(choices, id)?.parameter.custom ?? null) : null;
  const most = base * (1 + 1) ** STEPS;
  if (custom?.kind === "odd") {
    const { minimum, maximum } = custom;
    const odd = (value: number) => Math.min(maximum, Math.max(minimum, 2 * Math.round((value - 1) / 2) + 1));
    return { low: minimum, high: maximum, fit: odd };
  }
  if (custom?.kind === "number") {
    const { minimum, maximum, whole } = custom;
    const step = whole ? 1 : grain;
    const fit = (value: number) => Math.min(maximum, Math.max(minimum, onGrain(value, step)));
    return { low: minimum, high: Math.min(maximum, Math.max(most, 1)), fit };
  }
  return { low: 0, high: most, fit: (value: number) => Math.max(0, onGrain(value, grain)) };
}

function onGrain(value: number, grain: number): number {
  return Number(valueTextOf(Math.round(value / grain) * grain));
}

/** An item of the price book, or else an assumption. */
function targetNamed({ priceBook, choices }: PlanningContext, name: string): Target {
  const skus = allRates(priceBook).map(({ sku }) => sku);
  if (skus.includes(name)) return { kind: "price", id: name };
  const numeric = allChoices(choices).flatMap(({ parameter: { id, custom } }) =>
    custom?.kind === "number" || custom?.kind === "odd" ? [id] : [],
  );
  if (numeric.some((id) => id === name)) return { kind: "setting", id: name };
  const expected = `a SKU of the price book ${priceBook.id}, or the name of an assumption that is a number`;
  const fix = didYouMean(name, [...skus, ...numeric]);
  throw new InputError("tie", [{ path: [], found: shown(name), expected, fix }]);
}

function noFigure(name: string): InputError {
  const expected = "an assumption that has one figure as planned";
  return new InputError("tie", [{ path: [], found: shown(name), expected, fix: `set it: --set ${name}=…` }]);
}
