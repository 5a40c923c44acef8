import {
  compareMoney,
  type FleetPlan,
  type Money,
  noMoney,
  ratioOf,
  subtractMoney,
  type TenantEconomics,
} from "@nkp-planner/core";
import { comparison } from "./comparison.ts";

/** Bars of all models on one scale, from shares that the planner computes; only lengths are made here. */

export const BAR_WIDTH = 1000;

export interface BarPart {
  readonly kind: "workload" | "overhead" | "idle";
  readonly cost: Money;
  readonly x: number;
  readonly width: number;
}

const { plans, currency } = comparison;
const none = noMoney(currency);
const largestCost = plans.map(({ totals }) => totals.monthlyCost).reduce(higher, none);

/** Tenants, platform, idle: the whole width is the dearest model's cost. */
export function costBar({ totals }: FleetPlan): readonly BarPart[] {
  const { workload, overhead, idle } = totals.monthlyCostByAttribution;
  let x = 0;
  return Object.entries({ workload, overhead, idle }).map(([kind, cost]) => {
    const width = lengthOf(cost, largestCost);
    const part = { kind: kind as BarPart["kind"], cost, x, width };
    x += width;
    return part;
  });
}

const margins = plans.flatMap(({ tenants }) => tenants.flatMap(({ monthlyMargin }) => monthlyMargin ?? []));
const lowest = margins.reduce(lower, none);
const span = subtractMoney(margins.reduce(higher, none), lowest);

/** Where the margin bars of all models have their zero; the whole width is from the worst loss to the best margin. */
export const marginZero = -lengthOf(lowest, span);

/** A tenant's margin from zero: to the right what is earned, to the left what is lost. */
export function marginBar({ monthlyMargin }: TenantEconomics): { readonly x: number; readonly width: number } {
  const length = monthlyMargin === null ? 0 : lengthOf(monthlyMargin, span);
  return { x: marginZero + Math.min(length, 0), width: Math.abs(length) };
}

function lengthOf(part: Money, whole: Money): number {
  return Math.round((ratioOf(part, whole) ?? 0) * BAR_WIDTH);
}

function higher(a: Money, b: Money): Money {
  return compareMoney(a, b) >= 0 ? a : b;
}

function lower(a: Money, b: Money): Money {
  return compareMoney(a, b) <= 0 ? a : b;
}
