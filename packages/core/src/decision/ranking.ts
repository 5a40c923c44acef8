import { placesBy } from "./places.ts";

/** A model with its scores, one a criterion, in the order of the weights beside it. */
export interface ScoredModel {
  readonly modelId: string;
  readonly scores: readonly number[];
}

/** A model's place. */
export interface RankedModel {
  readonly modelId: string;
  /** From 1; those that share a place have the same. */
  readonly rank: number;
  /** Σ weight × score ÷ Σ weight. */
  readonly totalScore: number;
}

/**
 * Models by their total, the best first; of those that share a place the one that is listed first.
 * Scores 100 and 40 by weights 3 and 1: (300 + 40) ÷ 4 = 85. The weights' sum is not 0.
 */
export function rankingOf(models: readonly ScoredModel[], weights: readonly number[]): readonly RankedModel[] {
  const whole = sumOf(weights);
  const totals = models.map(({ modelId, scores }) => ({ modelId, totalScore: weighted(scores, weights) / whole }));
  const places = placesBy(totals, ({ totalScore }) => totalScore);
  return places.flatMap((place, index) => {
    const rank = 1 + sumOf(places.slice(0, index).map(({ length }) => length));
    return place.map(({ modelId, totalScore }) => ({ modelId, rank, totalScore }));
  });
}

/** Σ weight × score. */
export function weighted(scores: readonly number[], weights: readonly number[]): number {
  return sumOf(scores.map((score, index) => score * (weights[index] ?? 0)));
}

/** All together. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
