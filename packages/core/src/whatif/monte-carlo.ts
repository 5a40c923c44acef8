import type { CurrencyCode } from "../base/currency.ts";
import { type Money, moneyOfMinorUnits } from "../base/money.ts";
import type { Range } from "./range.ts";
import type { BasePlan } from "./replan.ts";
import { amountsOf } from "./replan.ts";
import type { TrialQuestion } from "./trial-question.ts";
import type { TrialShard } from "./trials.ts";

/** Nearest rank: P10 is the smallest value that at least a tenth of all trials do not exceed; always one of the trials. */
export interface Quantiles {
  readonly p10: Money;
  readonly p50: Money;
  readonly p90: Money;
}

export interface SampledModel {
  readonly modelId: string;
  readonly isFeasible: boolean;
  readonly monthlyCost: Quantiles;
  /** null: what a tenant pays is unknown. */
  readonly monthlyMargin: Quantiles | null;
  /** In which part of the trials it costs less than every other feasible model; a tie counts for none. */
  readonly cheapestRatio: number;
}

/** In which part of the trials one model costs less than another; a tie counts for neither. */
export interface Duel {
  readonly modelId: string;
  readonly otherId: string;
  readonly cheaperRatio: number;
}

export interface MonteCarlo {
  readonly seed: number;
  readonly trialCount: number;
  readonly ranges: readonly Range[];
  /** How the trials were computed, for people. */
  readonly method: string;
  readonly models: readonly SampledModel[];
  readonly duels: readonly Duel[];
}

const METHOD_OF_TRIALS = "nodes and shapes stay as at the base prices; every trial prices them again";

/** What all trials say together. */
export function monteCarloOf(
  { seed, trialCount, ranges, currency }: TrialQuestion,
  bases: readonly BasePlan[],
  all: TrialShard,
): MonteCarlo {
  const sampled = bases.map(({ model, plan }, at) => {
    const { costs = [], prices = null } = all.models[at] ?? {};
    const inUnits = costs.map(BigInt);
    const { isFeasible } = amountsOf(plan);
    return {
      modelId: model.id,
      isFeasible,
      costs: inUnits,
      margins: prices?.map((price, index) => BigInt(price) - (inUnits[index] as bigint)) ?? null,
    };
  });
  const winners = Array.from({ length: trialCount }, (_, index) => winnerOf(sampled, index));
  return {
    seed,
    trialCount,
    ranges,
    method: METHOD_OF_TRIALS,
    models: sampled.map(({ modelId, isFeasible, costs, margins }) => ({
      modelId,
      isFeasible,
      monthlyCost: quantilesOf(costs, currency),
      monthlyMargin: margins === null ? null : quantilesOf(margins, currency),
      cheapestRatio: winners.filter((winner) => winner === modelId).length / trialCount,
    })),
    duels: sampled.flatMap(({ modelId, costs }) =>
      sampled
        .filter((other) => other.modelId !== modelId)
        .map((other) => ({
          modelId,
          otherId: other.modelId,
          cheaperRatio: costs.filter((cost, index) => cost < (other.costs[index] as bigint)).length / trialCount,
        })),
    ),
  };
}

type Sampled = { readonly modelId: string; readonly isFeasible: boolean; readonly costs: readonly bigint[] };

function winnerOf(sampled: readonly Sampled[], index: number): string | null {
  const feasible = sampled.filter(({ isFeasible }) => isFeasible);
  const costAt = ({ costs }: Sampled) => costs[index] as bigint;
  const winner = feasible.find((one) => feasible.every((other) => other === one || costAt(one) < costAt(other)));
  return winner?.modelId ?? null;
}

const TENTHS = 10n;
const LOW_TENTHS = 1n;
const MIDDLE_TENTHS = 5n;
const HIGH_TENTHS = 9n;

function quantilesOf(values: readonly bigint[], currency: CurrencyCode): Quantiles {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (tenths: bigint) => {
    const rank = (tenths * BigInt(sorted.length) + TENTHS - 1n) / TENTHS;
    return moneyOfMinorUnits(sorted[Number(rank) - 1] as bigint, currency);
  };
  return { p10: at(LOW_TENTHS), p50: at(MIDDLE_TENTHS), p90: at(HIGH_TENTHS) };
}
