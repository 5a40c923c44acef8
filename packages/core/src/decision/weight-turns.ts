import { isSame, placesBy } from "./places.ts";
import { type ScoredModel, sumOf, weighted } from "./ranking.ts";

/** A weight at which the ranking changes, and how models stand past it. */
export interface Turn {
  /** At this weight they stand alike; at the present weight where they do so already. */
  readonly atWeight: number;
  /** Past it, ids by place, the best first; those that share a place together. At 0, past which is nothing: there. */
  readonly places: readonly (readonly string[])[];
}

/** The nearest changes below and above a weight; null: no weight from 0 on changes it. */
export interface NearestTurns {
  readonly below: Turn | null;
  readonly above: Turn | null;
}

/** How far one weight can move with all others as they are. */
export interface WeightTurns {
  /** Until another model, or one more, or one less, is first. */
  readonly first: NearestTurns;
  /** Until any two models change places. */
  readonly ranking: NearestTurns;
}

/** What a total is, but for the sum of weights, which is the same for all: rest + weight × score. */
interface Line {
  readonly modelId: string;
  readonly score: number;
  readonly restValue: number;
}

/** In which direction a weight moves. */
type Direction = "below" | "above";

/**
 * Totals are straight lines in one weight, so two models stand alike where w × s + r = w × s′ + r′: at
 * w = (r − r′) ÷ (s′ − s). The nearest such weight on either side is where the ranking changes.
 *
 * Scores 100 and 0 of cost, 20 and 100 of autonomy, weights 3 and 2: by the weight w of autonomy 300 + 20 w and
 * 0 + 100 w stand alike at w = (300 − 0) ÷ (100 − 20) = 3.75.
 */
export function weightTurns(
  models: readonly ScoredModel[],
  weights: readonly number[],
  criterionIndex: number,
): WeightTurns {
  const now = weights[criterionIndex] as number;
  const others = weights.map((weight, index) => (index === criterionIndex ? 0 : weight));
  const restWeight = sumOf(others);
  const lines = models.map(({ modelId, scores }) => ({
    modelId,
    score: scores[criterionIndex] as number,
    restValue: weighted(scores, others),
  }));
  const places = placesBy(lines, (line) => totalAt(line, now, restWeight));
  const leaders = places[0] ?? [];
  const turnsOf = (pairs: readonly (readonly [Line, Line])[]): NearestTurns => {
    const nearestIn = (direction: Direction): Turn | null => {
      // Without any other weight all of them are 0 at 0: there is no ranking then.
      if (direction === "below" && (now === 0 || restWeight === 0)) return null;
      const found = pairs.flatMap(([a, b]) => crossing(a, b, now, restWeight, direction) ?? []);
      if (found.length === 0) return null;
      const atWeight = direction === "below" ? Math.max(...found) : Math.min(...found);
      return { atWeight, places: placesPast(lines, atWeight, restWeight, direction) };
    };
    return { below: nearestIn("below"), above: nearestIn("above") };
  };
  const pairs = lines.flatMap((a, index) => lines.slice(index + 1).map((b) => [a, b] as const));
  return {
    first: turnsOf(pairs.filter(([a, b]) => leaders.includes(a) || leaders.includes(b))),
    ranking: turnsOf(pairs),
  };
}

function totalAt({ score, restValue }: Line, weight: number, restWeight: number): number {
  return (restValue + weight * score) / (weight + restWeight);
}

/** Where two lines cross on that side of the present weight; undefined: they do not. */
function crossing(a: Line, b: Line, now: number, restWeight: number, direction: Direction): number | undefined {
  if (isSame(a.score, b.score)) return undefined;
  if (isSame(totalAt(a, now, restWeight), totalAt(b, now, restWeight))) return now;
  const difference = isSame(a.restValue, b.restValue) ? 0 : a.restValue - b.restValue;
  const at = difference / (b.score - a.score);
  const isThere = direction === "above" ? at > now : at < now;
  return isThere && at >= 0 ? at + 0 : undefined;
}

/** Ids by place just past a weight: of those that stand alike at it, whose score goes with the move is ahead. */
function placesPast(
  lines: readonly Line[],
  atWeight: number,
  restWeight: number,
  direction: Direction,
): readonly (readonly string[])[] {
  const at = placesBy(lines, (line) => totalAt(line, atWeight, restWeight));
  const isEnd = direction === "below" && atWeight === 0;
  const past = isEnd
    ? at
    : at.flatMap((place) => placesBy(place, ({ score }) => (direction === "above" ? score : -score)));
  return past.map((place) => place.map(({ modelId }) => modelId));
}
