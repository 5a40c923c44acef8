import { Effort } from "../../scheduling/effort.ts";
import { attemptOf } from "../../scheduling/smallest-count.ts";
import { withoutHopeless } from "./hopeless-pods.ts";
import type { PoolToSize } from "./pool-to-size.ts";

/** So many times a pod is looked at on a node at the most to find out what is worth trying first: a millisecond. */
const MOST_LOOKS = 5_000;

/** A shape that may be a pool's. */
export interface ShapeToTry {
  readonly asked: PoolToSize;
  /** No pool of this shape has fewer nodes. */
  readonly leastNodeCount: number;
  /** How many of them a loss takes at least. */
  readonly spareNodeCount: number;
  /** What a node counts for, in whatever the best has least of. */
  readonly weightPerNode: number;
}

/**
 * Shapes in the order in which they are worth trying: first what is likely to be the best, as what cannot be better than
 * what is known need not be tried. The order decides how long it takes, and nothing else.
 */
export function inLikelyOrder<Shape extends ShapeToTry>(shapes: readonly Shape[]): readonly Shape[] {
  const least = (shape: Shape) => shape.weightPerNode * shape.leastNodeCount;
  const byBound = [...shapes].sort((a, b) => least(a) - least(b));
  let lightest = Number.POSITIVE_INFINITY;
  const weighed = byBound.map((shape) => {
    const likely = likelyNodeCount(shape, lightest / shape.weightPerNode);
    const weight = shape.weightPerNode * (likely ?? shape.leastNodeCount);
    if (likely !== null) lightest = Math.min(lightest, weight);
    return { shape, weight, isLikely: likely !== null };
  });
  return weighed
    .sort((a, b) => Number(b.isLikely) - Number(a.isLikely) || a.weight - b.weight)
    .map(({ shape }) => shape);
}

/**
 * On so many nodes pods that come as listed find room beside a loss: found by halving, though counts between may do. null
 * where they find none on fewer than `most`.
 */
function likelyNodeCount({ asked, leastNodeCount, spareNodeCount }: ShapeToTry, most: number): number | null {
  if (leastNodeCount > most) return null;
  const { question, unplaced } = withoutHopeless(asked);
  if (unplaced.length > 0) return null;
  const { groups, growth, headroom } = question;
  const all = growth.length + headroom.length === 0 ? groups : [...groups, ...growth, ...headroom];
  const attempt = attemptOf({ ...question, groups: all, effort: new Effort(asked.onTry) });
  const podCount = all.reduce((sum, { replicas }) => sum + replicas, 0);
  if (podCount * leastNodeCount > MOST_LOOKS) {
    // Of many pods what is proven is close to what they need, and to place them is what takes long.
    const { provenNodeCount } = attempt.bounds;
    return Number.isFinite(provenNodeCount) ? Math.max(leastNodeCount, provenNodeCount + spareNodeCount) : null;
  }
  const largest = Math.floor(Math.min(asked.mostNodeCount, most)) - spareNodeCount;
  const first = Math.max(1, leastNodeCount - spareNodeCount);
  let [tooFew, enough] = [first - 1, first];
  while (!attempt.holdsAsListed(enough)) {
    if (enough >= largest || attempt.effort.isSpent) return null;
    [tooFew, enough] = [enough, Math.min(largest, enough + enough - first + 1)];
  }
  while (enough - tooFew > 1) {
    const middle = Math.ceil((tooFew + enough) / (1 + 1));
    if (attempt.holdsAsListed(middle)) enough = middle;
    else tooFew = middle;
  }
  return Math.max(leastNodeCount, enough + spareNodeCount);
}
