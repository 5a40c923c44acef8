import { compareMoney, type Money, subtractMoney } from "../base/money.ts";
import type { Range } from "./range.ts";
import { type Amounts, distanceOf } from "./replan.ts";
import type { Tornado } from "./tornado.ts";

/** What the dearer of two models costs more than the other, under one value of one range. Below zero: it costs less there. */
export interface DifferenceAt {
  readonly monthlyCost: Money;
  /** false: one of the two falls short, so that amounts are of what could be planned. */
  readonly isFeasible: boolean;
}

/** What one range alone does to the difference between two models. */
export interface DifferenceSwing {
  readonly range: Range;
  readonly low: DifferenceAt;
  readonly high: DifferenceAt;
  readonly swing: Money;
}

/** What one model costs more than another, and how far that moves. */
export interface DifferenceTornado {
  readonly cheaperId: string;
  readonly dearerId: string;
  readonly base: DifferenceAt;
  /** The widest first; equal ones in the order of the cheaper model's. */
  readonly swings: readonly DifferenceSwing[];
}

/**
 * Every two models against each other, one range at a time: a price that moves both alike moves no difference. From the
 * models' own tornados, so that nothing is planned again.
 *
 * The one costs 100 and from 90 to 110, the other 160 and from 140 to 180: 60 more, and from 50 to 70.
 */
export function differenceTornadosOf(tornados: readonly Tornado[]): readonly DifferenceTornado[] {
  return tornados.flatMap((one, index) =>
    tornados.slice(index + 1).map((other) => {
      const isDearer = compareMoney(one.base.monthlyCost, other.base.monthlyCost) > 0;
      return differenceOf(isDearer ? other : one, isDearer ? one : other);
    }),
  );
}

function differenceOf(cheaper: Tornado, dearer: Tornado): DifferenceTornado {
  const swings = cheaper.swings.map(({ range, low, high }): DifferenceSwing => {
    const other = dearer.swings.find((one) => one.range === range);
    if (other === undefined) throw new Error(`the tornados of two models have other ranges: ${range.target.id}`);
    const ends = { low: at(low, other.low), high: at(high, other.high) };
    return { range, ...ends, swing: distanceOf(ends.low.monthlyCost, ends.high.monthlyCost) };
  });
  return {
    cheaperId: cheaper.modelId,
    dearerId: dearer.modelId,
    base: at(cheaper.base, dearer.base),
    swings: swings.toSorted((a, b) => compareMoney(b.swing, a.swing)),
  };
}

function at(cheaper: Amounts, dearer: Amounts): DifferenceAt {
  return {
    monthlyCost: subtractMoney(dearer.monthlyCost, cheaper.monthlyCost),
    isFeasible: cheaper.isFeasible && dearer.isFeasible,
  };
}
