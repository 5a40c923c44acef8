import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RankedModel, rankingOf, type ScoredModel } from "./ranking.ts";
import { type Turn, weightTurns } from "./weight-turns.ts";

const model = (modelId: string, ...scores: readonly number[]): ScoredModel => ({ modelId, scores });

/** Ids by place. */
function placesOf(ranking: readonly RankedModel[]): readonly (readonly string[])[] {
  const ranks = [...new Set(ranking.map(({ rank }) => rank))];
  return ranks.map((wanted) => ranking.filter(({ rank }) => rank === wanted).map(({ modelId }) => modelId));
}

const placesWith = (models: readonly ScoredModel[], weights: readonly number[], index: number, weight: number) =>
  placesOf(
    rankingOf(
      models,
      weights.map((one, at) => (at === index ? weight : one)),
    ),
  );

describe("a ranking", () => {
  it("adds scores by weights: (3 × 100 + 1 × 40) ÷ 4 = 85", () => {
    const models = [model("dear", 0, 100), model("cheap", 100, 40)];
    expect(rankingOf(models, [3, 1])).toEqual([
      { modelId: "cheap", rank: 1, totalScore: (3 * 100 + 1 * 40) / 4 },
      { modelId: "dear", rank: 2, totalScore: (3 * 0 + 1 * 100) / 4 },
    ]);
  });

  it("says ties, by the order of the list, and counts on behind them", () => {
    const models = [model("c", 0, 0), model("a", 100, 0), model("b", 0, 100)];
    expect(rankingOf(models, [1, 1]).map(({ modelId, rank }) => [modelId, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ]);
  });

  it("takes sums that differ by how computers add for the same: 0.1 + 0.2 and 0.3", () => {
    // By weights 0.1, 0.2 and 0.3: 10 + 20 and 30, which are not equal in binary.
    const models = [model("a", 100, 100, 0), model("b", 0, 0, 100)];
    expect(rankingOf(models, [0.1, 0.2, 0.3]).map(({ rank }) => rank)).toEqual([1, 1]);
  });
});

describe("how far a weight can move", () => {
  // Cost and autonomy: cheap 100 and 20, free 0 and 100, between 40 and 60.
  const models = [model("cheap", 100, 20), model("between", 40, 60), model("free", 0, 100)];
  const weights = [3, 2];

  it("is until two totals are the same: 3 × 100 + w × 20 = w × 100 at w = 300 ÷ 80 = 3.75", () => {
    const { first, ranking } = weightTurns(models, weights, 1);
    // There both have 375, and the one between 120 + 225 = 345.
    expect(first.above).toEqual({ atWeight: 300 / (100 - 20), places: [["free"], ["cheap"], ["between"]] });
    // Less autonomy only helps the cheap one.
    expect(first.below).toBeNull();
    // The two behind: 3 × 40 + w × 60 = w × 100 at w = 120 ÷ 40 = 3, before the first place changes.
    expect(ranking.above).toEqual({ atWeight: 120 / (100 - 60), places: [["cheap"], ["free"], ["between"]] });
  });

  it("is for cost until w × 100 + 2 × 20 = 2 × 100: at w = 160 ÷ 100 = 1.6, downwards", () => {
    const { first } = weightTurns(models, weights, 0);
    expect(first.below).toEqual({ atWeight: 160 / 100, places: [["free"], ["cheap"], ["between"]] });
    expect(first.above).toBeNull();
  });

  it("is nowhere where a model is better in everything, or all are alike in what the weight is for", () => {
    expect(weightTurns([model("best", 100, 100), model("worst", 0, 0)], [1, 1], 0)).toEqual({
      // At 0 of one weight the other still decides.
      first: { below: null, above: null },
      ranking: { below: null, above: null },
    });
    expect(weightTurns([model("a", 100, 100), model("b", 100, 0)], [1, 1], 0).ranking).toEqual({
      below: null,
      above: null,
    });
  });

  it("is at 0 where the weight is all that tells two apart, and they share the place there", () => {
    const two = [model("a", 100, 50), model("b", 0, 50)];
    expect(weightTurns(two, [2, 1], 0).first.below).toEqual({ atWeight: 0, places: [["a", "b"]] });
  });

  it("is not asked below where it is the only weight, nor below 0", () => {
    const two = [model("a", 100, 0), model("b", 0, 100)];
    expect(weightTurns(two, [2, 0], 0).first).toEqual({ below: null, above: null });
    // The other's 0 can rise: 2 × 100 = w × 100 at w = 2.
    expect(weightTurns(two, [2, 0], 1).first).toEqual({
      below: null,
      above: { atWeight: 2, places: [["b"], ["a"]] },
    });
  });

  it("is nothing at all at a tie: either way one of them is ahead", () => {
    const two = [model("a", 100, 0), model("b", 0, 100)];
    expect(weightTurns(two, [1, 1], 0).first).toEqual({
      below: { atWeight: 1, places: [["b"], ["a"]] },
      above: { atWeight: 1, places: [["a"], ["b"]] },
    });
  });

  it("is so for any scores and weights: just before it all is as now, just past it is not, and as it says", () => {
    const score = fc.integer({ min: 0, max: 20 }).map((fifth) => fifth * 5);
    const drawn = fc.integer({ min: 2, max: 4 }).chain((criterionCount) =>
      fc.record({
        scores: fc.array(fc.array(score, { minLength: criterionCount, maxLength: criterionCount }), {
          minLength: 2,
          maxLength: 5,
        }),
        weights: fc
          .array(fc.integer({ min: 0, max: 6 }), { minLength: criterionCount, maxLength: criterionCount })
          .filter((all) => all.some((one) => one > 0)),
        index: fc.nat({ max: criterionCount - 1 }),
      }),
    );
    const turnCounts = { found: 0, none: 0 };
    fc.assert(
      fc.property(drawn, ({ scores, weights: own, index }) => {
        const all = scores.map((one, at) => model(`m${at}`, ...one));
        const now = own[index] as number;
        const rest = own.reduce((sum, one) => sum + one, 0) - now;
        const { first, ranking } = weightTurns(all, own, index);
        const at = (weight: number) => placesWith(all, own, index, weight);
        const far = now + 100_000;
        for (const [turns, seen] of [
          [first, (places: readonly (readonly string[])[]) => JSON.stringify(places[0])],
          [ranking, (places: readonly (readonly string[])[]) => JSON.stringify(places)],
        ] as const) {
          const today = seen(at(now));
          const check = (turn: Turn | null, sign: number, end: number) => {
            if (turn === null) {
              turnCounts.none++;
              // Nothing changes on the whole way there.
              for (const part of [0.001, 0.1, 0.5, 0.999]) expect(seen(at(now + (end - now) * part))).toBe(today);
              return;
            }
            turnCounts.found++;
            const step = 1e-5;
            expect(sign * (turn.atWeight - now)).toBeGreaterThanOrEqual(0);
            if (sign * (turn.atWeight - now) > step) {
              expect(seen(at(turn.atWeight - sign * step))).toBe(today);
              expect(seen(at(now + (turn.atWeight - now) / 2))).toBe(today);
            }
            const past = turn.atWeight === 0 && sign < 0 ? 0 : turn.atWeight + sign * step;
            expect(seen(at(past))).not.toBe(today);
            expect(at(past)).toEqual(turn.places);
          };
          check(turns.above, 1, far);
          if (now > 0 && rest > 0) check(turns.below, -1, 0);
          else expect(turns.below).toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
    expect(turnCounts.found).toBeGreaterThan(1000);
    expect(turnCounts.none).toBeGreaterThan(1000);
  });
});
