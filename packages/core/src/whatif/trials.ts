import { drawsOf } from "./draws.ts";
import type { TrialQuestion } from "./trial-question.ts";
import { totalsFrom } from "./trial-totals.ts";

/** What some trials came to, in the currency's smallest unit as text, in the order of their indices. Plain JSON. */
export interface TrialShard {
  readonly seed: number;
  readonly trialCount: number;
  readonly fromIndex: number;
  /** Behind the last one. */
  readonly toIndex: number;
  readonly models: readonly {
    readonly modelId: string;
    readonly costs: readonly string[];
    /** null: what a tenant pays is unknown. */
    readonly prices: readonly string[] | null;
  }[];
}

/** The trials from one index to before another. Any division into shards comes to the same. */
export function trialsOf(question: TrialQuestion, fromIndex: number, toIndex: number): TrialShard {
  const { seed, trialCount, ranges } = question;
  const totalsOf = totalsFrom(question);
  const models = question.models.map(({ modelId, price }) => ({
    modelId,
    costs: [] as string[],
    prices: price === null ? null : ([] as string[]),
  }));
  for (let index = fromIndex; index < toIndex; index += 1) {
    for (const [at, { cost, price }] of totalsOf(drawsOf(seed, index, ranges)).entries()) {
      models[at]?.costs.push(cost.toString());
      if (price !== null) models[at]?.prices?.push(price.toString());
    }
  }
  return { seed, trialCount, fromIndex, toIndex, models };
}

/**
 * All trials in the order of their indices, from shards in any order.
 * @throws where they are not the full set of one question's trials, each once: a mistake in the program
 */
export function mergeTrials(shards: readonly TrialShard[]): TrialShard {
  const [first, ...others] = shards.toSorted((a, b) => a.fromIndex - b.fromIndex || a.toIndex - b.toIndex);
  if (first === undefined) throw new Error("There are no trials to merge.");
  let next = 0;
  for (const shard of [first, ...others]) {
    if (identityOf(shard) !== identityOf(first)) throw new Error("These are trials of different questions.");
    if (shard.fromIndex !== next) throw new Error(`Trials ${next} to ${shard.fromIndex} are missing, or there twice.`);
    requireLength(shard);
    next = shard.toIndex;
  }
  if (next !== first.trialCount) throw new Error(`There are ${next} of ${first.trialCount} trials.`);
  const all = [first, ...others];
  return {
    ...first,
    toIndex: next,
    models: first.models.map(({ modelId, prices }, at) => ({
      modelId,
      costs: all.flatMap(({ models }) => models[at]?.costs ?? []),
      prices: prices === null ? null : all.flatMap(({ models }) => models[at]?.prices ?? []),
    })),
  };
}

function identityOf({ seed, trialCount, models }: TrialShard): string {
  return JSON.stringify([seed, trialCount, models.map(({ modelId, prices }) => [modelId, prices === null])]);
}

function requireLength({ fromIndex, toIndex, models }: TrialShard): void {
  const count = toIndex - fromIndex;
  const isFull = models.every(
    ({ costs, prices }) => costs.length === count && (prices === null || prices.length === count),
  );
  if (!isFull) throw new Error(`Trials ${fromIndex} to ${toIndex} are not all there.`);
}
