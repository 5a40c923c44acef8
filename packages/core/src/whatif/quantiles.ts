import { type Money, minorUnitOf, money, scaleMoney } from "../money.ts";
import type { TrialOutcome, TrialShard } from "./trials.ts";

/** The values below which 10, 50 and 90 % of all trials lie: of n sorted values the ⌈share × n⌉th. */
export interface Quantiles {
  readonly p10: Money;
  readonly p50: Money;
  readonly p90: Money;
}

export interface ModelChances {
  readonly modelId: string;
  readonly monthlyCost: Quantiles;
  /** null: a tenant has no price. */
  readonly monthlyMargin: Quantiles | null;
  /** In which part of the trials it costs less than every other model. */
  readonly cheapestRatio: number;
  /** In which part of the trials it costs less than another; at the same cost neither does. */
  readonly beatsRatio: Readonly<Record<string, number>>;
}

export interface Chances {
  readonly trialCount: number;
  readonly seed: number;
  readonly models: readonly ModelChances[];
}

/**
 * What trials add up to.
 * @throws RangeError unless the shards are of one seed and hold every trial from 0 to trialCount − 1 once
 */
export function chancesOf(
  shards: readonly TrialShard[],
  trialCount: number,
  modelIds: readonly string[],
  currency: string,
): Chances {
  const trials = merged(shards, trialCount);
  const seed = shards[0]?.seed ?? 0;
  const costs = modelIds.map((_, model) =>
    trials.map((outcomes) => BigInt((outcomes[model] as TrialOutcome).costUnits)),
  );
  return {
    trialCount,
    seed,
    models: modelIds.map((modelId, model) => {
      const own = costs[model] as readonly bigint[];
      const others = costs.filter((_, index) => index !== model);
      const prices = trials.map((outcomes) => (outcomes[model] as TrialOutcome).priceUnits);
      const margins = prices.flatMap((price, index) =>
        price === null ? [] : [BigInt(price) - (own[index] as bigint)],
      );
      const ratioOf = (isTrue: (cost: bigint, index: number) => boolean) => own.filter(isTrue).length / trialCount;
      return {
        modelId,
        monthlyCost: quantilesOf(own, currency),
        monthlyMargin: margins.length === trials.length ? quantilesOf(margins, currency) : null,
        cheapestRatio: ratioOf((cost, index) => others.every((other) => cost < (other[index] as bigint))),
        beatsRatio: Object.fromEntries(
          modelIds.flatMap((id, other) =>
            other === model ? [] : [[id, ratioOf((cost, index) => cost < (costs[other]?.[index] as bigint))]],
          ),
        ),
      };
    }),
  };
}

function merged(shards: readonly TrialShard[], trialCount: number): TrialShard["trials"] {
  const sorted = shards.toSorted((a, b) => a.from - b.from);
  let next = 0;
  for (const { from, trials, seed } of sorted) {
    if (from !== next) throw new RangeError(`Trial ${next} is missing, or there twice.`);
    if (seed !== sorted[0]?.seed) throw new RangeError("Trials of different seeds do not add up.");
    next += trials.length;
  }
  if (next !== trialCount) throw new RangeError(`${next} trials instead of ${trialCount}.`);
  return sorted.flatMap(({ trials }) => trials);
}

const SHARES = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;

function quantilesOf(values: readonly bigint[], currency: string): Quantiles {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (share: number): Money => {
    const units = sorted[Math.max(0, Math.ceil(Number((share * sorted.length).toFixed(DIGITS))) - 1)] ?? 0n;
    return sorted.length === 0 ? money("0", currency) : scaleMoney(minorUnitOf(currency), units.toString());
  };
  return { p10: at(SHARES.p10), p50: at(SHARES.p50), p90: at(SHARES.p90) };
}

const DIGITS = 9;
