import type { PlanningContext } from "../context.ts";
import type { PlanInput } from "../input.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { Money } from "../money.ts";
import { planFleet } from "../plan.ts";
import { applied, valueNow } from "./applied.ts";
import type { Range } from "./ranges.ts";

/** What comes of one model: its cost, and its margin where all prices are known. */
export interface Outcome {
  readonly modelId: string;
  readonly monthlyCost: Money;
  readonly monthlyMargin: Money | null;
}

/** One figure at its low and its high, everything else as it is; the fleet planned anew for each. */
export interface Swing {
  readonly range: Range;
  readonly valueNow: number;
  /** One a model. */
  readonly low: readonly Outcome[];
  readonly high: readonly Outcome[];
}

export interface WhatIf {
  readonly input: PlanInput;
  readonly models: readonly OperatingModel[];
  /** Its prices are in the fleet's currency. */
  readonly context: PlanningContext;
}

/** The outcome of every model, as it is or with some figures changed. */
export function outcomesOf({ input, models, context }: WhatIf): readonly Outcome[] {
  return models.map((model) => {
    const { totals } = planFleet(input, model, context);
    return { modelId: model.id, monthlyCost: totals.monthlyCost, monthlyMargin: totals.monthlyMargin };
  });
}

export function swingOf(question: WhatIf, range: Range): Swing {
  const at = (value: number) => outcomesOf({ ...question, context: applied(question.context, range, value) });
  return { range, valueNow: valueNow(question.context, range), low: at(range.low), high: at(range.high) };
}

/** How far a swing moves a model: the difference of its margins, or of its costs where margins are unknown; never below zero. */
export function sizeOf({ low, high }: Swing, modelId: string): Money {
  const [a, b] = [low, high].map((outcomes) => outcomes.find((one) => one.modelId === modelId) as Outcome) as [
    Outcome,
    Outcome,
  ];
  const from = a.monthlyMargin ?? a.monthlyCost;
  const to = b.monthlyMargin ?? b.monthlyCost;
  return { ...to, amount: to.amount.minus(from.amount).abs() };
}

/** Swings with the one that moves the model most first. */
export function bySize(swings: readonly Swing[], modelId: string): readonly Swing[] {
  return swings.toSorted((a, b) => sizeOf(b, modelId).amount.comparedTo(sizeOf(a, modelId).amount));
}

/** A table of two figures: every step of one with every step of the other. */
export interface TwoWayTable {
  readonly across: Range;
  readonly down: Range;
  readonly acrossValues: readonly number[];
  readonly downValues: readonly number[];
  /** Rows of cells; a cell has one outcome a model. */
  readonly cells: readonly (readonly (readonly Outcome[])[])[];
}

/** Plans every pair of values anew. @param stepCount how many values of each, at least two */
export function twoWayTable(question: WhatIf, across: Range, down: Range, stepCount: number): TwoWayTable {
  const [acrossValues, downValues] = [across, down].map((range) => stepsOf(range, stepCount)) as [number[], number[]];
  const cells = downValues.map((y) =>
    acrossValues.map((x) =>
      outcomesOf({ ...question, context: applied(applied(question.context, across, x), down, y) }),
    ),
  );
  return { across, down, acrossValues, downValues, cells };
}

const DUST_DIGITS = 9;

function stepsOf({ low, high }: Range, stepCount: number): number[] {
  const gaps = Math.max(1, stepCount - 1);
  return Array.from({ length: gaps + 1 }, (_, index) =>
    Number((low + ((high - low) * index) / gaps).toFixed(DUST_DIGITS)),
  );
}
