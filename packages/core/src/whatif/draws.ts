import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { DIGITS, type Range } from "./ranges.ts";

const LARGEST_DRAW = 0xffffffff;
const DRAWS = 2 ** 32;

/**
 * A value for each range in one trial. Every trial has a generator of its own, from seed and number, so that trials may
 * be reckoned anywhere and in any order; only sums, products and square roots are used, which all machines round alike.
 */
export function drawsOf(ranges: readonly Range[], seed: number, trial: number): readonly number[] {
  const generator = xoroshiro128plus(mixed(mixed(seed) ^ trial));
  return ranges.map((range) => {
    const share = uniformInt(generator, 0, LARGEST_DRAW) / DRAWS;
    return Number(valueAt(range, share).toFixed(DIGITS));
  });
}

/** The value below which a share of all draws lies: evenly between the bounds, or in a triangle with its top at the likeliest. */
export function valueAt({ low, high, mode }: Pick<Range, "low" | "high" | "mode">, share: number): number {
  const width = high - low;
  if (mode === null || width === 0) return low + width * share;
  const below = mode - low;
  if (share * width < below) return low + Math.sqrt(share * width * below);
  return high - Math.sqrt((1 - share) * width * (high - mode));
}

const SHIFTS = [16, 13, 16] as const;
const FACTORS = [0x85ebca6b, 0xc2b2ae35] as const;

/** Spreads a number over 32 bits, no two to the same. @see https://github.com/aappleby/smhasher (finalizer of MurmurHash3) */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> SHIFTS[0]), FACTORS[0]);
  bits = Math.imul(bits ^ (bits >>> SHIFTS[1]), FACTORS[1]);
  return (bits ^ (bits >>> SHIFTS[2])) | 0;
}
