import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Range, valueTextOf } from "./range.ts";

/**
 * Values of every range for one trial, as decimal text in the order of the ranges. A trial's draws come from a generator
 * of its own, made from seed and index alone: who draws the other trials, and in which order, changes nothing. Only whole
 * numbers of 32 bits, + − × ÷ and √ are used, which are the same on every machine.
 */
export function drawsOf(seed: number, trialIndex: number, ranges: readonly Range[]): readonly string[] {
  const generator = xoroshiro128plus(mixed((mixed(seed) + trialIndex) | 0));
  for (let skipped = 0; skipped < SKIPPED_DRAWS; skipped += 1) generator.next();
  return ranges.map((range) => valueAt(range, (generator.next() >>> 0) * UNIT_OF_DRAWS));
}

/** A generator's state is filled from 32 bits; its first outputs still resemble each other. */
const SKIPPED_DRAWS = 16;
/** A draw is a multiple of it, from 0 to just below 1. */
const UNIT_OF_DRAWS = 2 ** -32;

const FIRST_FACTOR = 0x85ebca6b;
const SECOND_FACTOR = 0xc2b2ae35;
const OUTER_SHIFT = 16;
const INNER_SHIFT = 13;

/**
 * A permutation of the whole numbers of 32 bits in which neighbours land far apart: no two trials of a seed share a state.
 * @see https://github.com/aappleby/smhasher/blob/61a0530f/src/MurmurHash3.cpp (fmix32)
 */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> OUTER_SHIFT), FIRST_FACTOR);
  bits = Math.imul(bits ^ (bits >>> INNER_SHIFT), SECOND_FACTOR);
  return bits ^ (bits >>> OUTER_SHIFT);
}

/** The value below which a share of the distribution lies: uniform, or triangular where there is a mode. */
export function valueAt({ low, high, mode }: Range, share: number): string {
  if (low === high) return low;
  const [least, most] = [Number(low), Number(high)];
  const value = mode === null ? least + (most - least) * share : triangular(least, Number(mode), most, share);
  return valueTextOf(Math.min(most, Math.max(least, value)));
}

/** The inverse of the triangular distribution: IEEE 754 rounds its square roots correctly, so all machines agree. */
function triangular(low: number, mode: number, high: number, share: number): number {
  const width = high - low;
  if (width === 0) return low;
  return share < (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode));
}
