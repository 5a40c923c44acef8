import type { Criterion } from "./criteria/criterion.ts";

/** Between which values scores run: 0 at the worst, 100 at the best. */
export interface Scale {
  readonly worst: number;
  readonly best: number;
}

/** From the worst to the best of the models compared; undefined where there are none. */
export function scaleOf({ better }: Pick<Criterion, "better">, values: readonly number[]): Scale | undefined {
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return better === "less" ? { worst: most, best: least } : { worst: least, best: most };
}

/** Sums of the same parts in another order differ by less than this, which would else be the whole way from 0 to 100. */
const ALIKE_RATIO = 1e-9;

/**
 * Linear between both ends, and no further; 100 where they are the same, as then nobody is worse.
 * 30 on a scale from 60 to 10 is 100 × (30 − 60) ÷ (10 − 60) = 60.
 */
export function scoreOf(value: number, { worst, best }: Scale): number {
  if (Math.abs(worst - best) <= ALIKE_RATIO * Math.max(Math.abs(worst), Math.abs(best))) return 100;
  return Math.min(100, Math.max(0, (100 * (value - worst)) / (best - worst)));
}

/** Whether a value lies outside of a scale, so that its score is the end's. */
export function isBeyond(value: number, { worst, best }: Scale): boolean {
  return value < Math.min(worst, best) || value > Math.max(worst, best);
}
