import type { Finding } from "../base/findings/finding.ts";
import { statementOf } from "../base/findings/statement.ts";
import type { PlanningStep } from "./planning-step.ts";
import { count, named } from "./rules/figures.ts";

/** What is said where planning was stopped, with its words: plans that end load none of them. */
const TEXTS = {
  "planning-stopped": {
    kind: "reading",
    text: "Planned up to {done} of {asked}: the limit of {limit} ended it.",
    help: "Give it a longer limit, or ask for less.",
  },
  "planning-stopped.of-model": {
    kind: "reading",
    text: "{model} is planned up to {done} of {asked}: the limit of {limit} ended it.",
    help: "Give it a longer limit, or ask for less.",
  },
  "planning-stopped.left-out": {
    kind: "reading",
    text: "Left out: {parts}. The limit of {limit} ended it before.",
    help: "Give it a longer limit, or ask for less.",
  },
} as const;

/**
 * Thrown by a caller who has waited long enough, out of `onStep`, `onPlan` or `onMonth`. A single plan ends with it;
 * a forecast gives the months that were planned by then, and a tornado the ranges.
 */
export class PlanningStopped extends Error {
  /** How long was waited. */
  readonly limitSeconds: number;
  /** Where it ended; null: between two plans. */
  readonly step: PlanningStep | null;

  constructor(limitSeconds: number, step: PlanningStep | null = null) {
    super(`Planning was stopped after ${limitSeconds} seconds.`);
    this.name = "PlanningStopped";
    this.limitSeconds = limitSeconds;
    this.step = step;
  }
}

/**
 * Does one after the other until one of them is stopped, and says by what; null: all are done.
 * @throws PlanningStopped where the first is stopped, so that nothing is known
 */
export function untilStopped<Item>(items: readonly Item[], make: (item: Item) => void): PlanningStopped | null {
  for (const [index, item] of items.entries()) {
    try {
      make(item);
    } catch (error) {
      if (error instanceof PlanningStopped && index > 0) return error;
      throw error;
    }
  }
  return null;
}

/**
 * How far planning came within a limit: 37 of 500 tenants.
 * @param of what is counted: `tenants`
 * @param whose a model's title, where it is of one alone
 */
export function stoppedAt(
  { limitSeconds }: PlanningStopped,
  doneCount: number,
  askedCount: number,
  of: string,
  whose?: string,
): Finding {
  const figures = { done: count(doneCount), asked: count(askedCount, of), limit: count(limitSeconds, "seconds") };
  return whose === undefined
    ? statementOf(TEXTS, ID, "planning-stopped", { figures })
    : statementOf(TEXTS, ID, "planning-stopped.of-model", { figures: { ...figures, model: named(whose) } });
}

/** What is left out because a limit was reached before it: `the trials`. */
export function leftOutBy({ limitSeconds }: PlanningStopped, parts: readonly string[]): Finding {
  const figures = { parts: { kind: "list", value: parts } as const, limit: count(limitSeconds, "seconds") };
  return statementOf(TEXTS, ID, "planning-stopped.left-out", { figures });
}

const ID = "planning-limit";
