import { compareMoney, type Money } from "../base/money.ts";
import type { PlanInput } from "../input/fleet.ts";
import { untilStopped } from "../plan/planning-stopped.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import { applied } from "./applied.ts";
import type { Range } from "./range.ts";
import {
  type Amounts,
  amountsOf,
  amountsUnder,
  type BasePlan,
  distanceOf,
  measureOf,
  type Replanning,
} from "./replan.ts";

/** What one range alone does to one model. */
export interface Swing {
  readonly range: Range;
  readonly low: Amounts;
  readonly high: Amounts;
  /** Between the two, of the margin; of the cost where no margin is known. */
  readonly swing: Money;
}

export interface Tornado {
  readonly modelId: string;
  readonly base: Amounts;
  /** The widest first; equal ones in the order of the ranges. */
  readonly swings: readonly Swing[];
}

/**
 * One range at a time at its low and its high end, everything else at its base, each planned in full. Where planning is
 * stopped, the ranges before are there for every model: fewer swings than ranges.
 * @throws PlanningStopped where not even the first range is planned
 */
export function tornadoOf(
  bases: readonly BasePlan[],
  input: PlanInput,
  asGiven: PlanningContext,
  ranges: readonly Range[],
  { onPlan, cache }: Replanning = {},
): readonly Tornado[] {
  const context = contextOn(asGiven, input.asOf);
  const swingOf = (base: BasePlan, range: Range): Swing => {
    const at = (value: string) => {
      const amounts = amountsUnder(base, input, applied(context, range.target, value), [range.target], cache);
      onPlan?.();
      return amounts;
    };
    const low = at(range.low);
    const high = range.low === range.high ? low : at(range.high);
    return { range, low, high, swing: distanceOf(measureOf(low), measureOf(high)) };
  };
  const planned: (readonly Swing[])[] = [];
  untilStopped(ranges, (range) => planned.push(bases.map((base) => swingOf(base, range))));
  return bases.map((base, index) => ({
    modelId: base.model.id,
    base: amountsOf(base.plan),
    swings: planned.map((swings) => swings[index] as Swing).toSorted((a, b) => compareMoney(b.swing, a.swing)),
  }));
}
