import type { PlanningContext } from "../context.ts";
import { costsOf } from "../costs/costs.ts";
import { InputError } from "../errors.ts";
import { wholeMinorUnits } from "../money.ts";
import { type FleetStructure, structureOf } from "../plan.ts";
import { priceOf } from "../pricing/price-lines.ts";
import { pricesOfTenants } from "../pricing/tenant-prices.ts";
import { applied } from "./applied.ts";
import { drawsOf } from "./draws.ts";
import { type Ranges, requireKnown } from "./ranges.ts";
import type { WhatIf } from "./tornado.ts";

/** Assumptions that change what is done and paid, and nothing of what exists. */
const WITHOUT_STRUCTURE = /^(operations-hours-|upgrade-hours-|onboarding-hours$|days-between-minors$)/;

/** A fleet at which trials are made: what exists is planned once, at today's prices, and stays. */
export interface Trials extends WhatIf {
  readonly ranges: Ranges;
  readonly seed: number;
  /** One a model. */
  readonly structures: readonly FleetStructure[];
}

/** Plain data, so that it may come from another thread or machine. */
export interface TrialShard {
  readonly seed: number;
  readonly from: number;
  /** One entry a trial, from `from` on; in each one a model. In the currency's smallest units, as text. */
  readonly trials: readonly (readonly TrialOutcome[])[];
}

export interface TrialOutcome {
  readonly costUnits: string;
  /** null: a tenant has no price. */
  readonly priceUnits: string | null;
}

/**
 * Makes trials ready.
 * @throws InputError for a range of what the plan has not, or of what would change its nodes
 */
export function trialsOf(question: WhatIf, ranges: Ranges, seed: number): Trials {
  requireKnown(ranges, question.context);
  requireNoStructure(ranges);
  for (const range of ranges.ranges) {
    applied(question.context, range, range.low);
    applied(question.context, range, range.high);
  }
  const { input, models, context } = question;
  return { ...question, ranges, seed, structures: models.map((model) => structureOf(input, model, context)) };
}

function requireNoStructure({ ranges }: Ranges): void {
  const problems = ranges.flatMap(({ kind, name }, index) =>
    kind !== "setting" || WITHOUT_STRUCTURE.test(name)
      ? []
      : [
          {
            path: ["ranges", index, "setting"],
            found: `${name}, which changes what exists`,
            expected: "prices, hours, or days between releases: what is planned stays as it is in every trial",
            fix: "try it one at a time: leave out the trials with --trials 0",
          },
        ],
  );
  if (problems.length > 0) throw new InputError("ranges", problems);
}

/** The outcomes of trials number `from` up to, not including, `to`. */
export function runTrials(trials: Trials, from: number, to: number): TrialShard {
  const { ranges, seed } = trials;
  return {
    seed,
    from,
    trials: Array.from({ length: to - from }, (_, index) => {
      const values = drawsOf(ranges.ranges, seed, from + index);
      const context = ranges.ranges.reduce(
        (changed, range, at) => applied(changed, range, values[at] as number),
        trials.context,
      );
      return outcomesIn(trials, context);
    }),
  };
}

function outcomesIn({ input, models, structures }: Trials, context: PlanningContext): readonly TrialOutcome[] {
  return models.map((_, index) => {
    const { clusters, infrastructure } = structures[index] as FleetStructure;
    const cost = costsOf(clusters, infrastructure, context).reduce(
      (sum, { monthlyCost }) => sum + wholeMinorUnits(monthlyCost),
      0n,
    );
    const prices = pricesOfTenants(input, clusters, context);
    const isKnown = prices.size === input.tenants.length;
    const price = [...prices.values()].reduce(
      (sum, lines) => sum + wholeMinorUnits(priceOf(lines, "recurring", input.currency)),
      0n,
    );
    return { costUnits: cost.toString(), priceUnits: isKnown ? price.toString() : null };
  });
}
