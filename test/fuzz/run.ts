import { drawsFrom } from "../../bench/random.ts";
import { mutatedText, mutatedValue } from "./mutate.ts";
import type { Target } from "./targets.ts";

export type Way = "values" | "texts";

export interface Outcome {
  readonly count: number;
  /** Changed ones that were taken all the same: none would say that the changes are too coarse. */
  readonly acceptedCount: number;
  readonly slowestMilliseconds: number;
  readonly slowestSeed: number;
  readonly crashes: readonly { readonly seed: number; readonly text: string; readonly error: unknown }[];
}

const MOST_CRASHES = 5;

/** Takes a valid text, changed otherwise for every seed from the first one on. */
export async function fuzz(target: Target, way: Way, count: number, firstSeed: number): Promise<Outcome> {
  const crashes: { seed: number; text: string; error: unknown }[] = [];
  const slowest = { milliseconds: 0, seed: firstSeed };
  let acceptedCount = 0;
  let done = 0;
  for (; done < count && crashes.length < MOST_CRASHES; done += 1) {
    const seed = firstSeed + done;
    const text = await changedText(target, way, seed);
    const startedAt = performance.now();
    try {
      if (await target.take(text)) acceptedCount += 1;
    } catch (error) {
      crashes.push({ seed, text, error });
    }
    const milliseconds = performance.now() - startedAt;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, seed });
  }
  return { count: done, acceptedCount, slowestMilliseconds: slowest.milliseconds, slowestSeed: slowest.seed, crashes };
}

const parsed = new Map<string, unknown>();

/** The text of a seed, the same in every run. */
export async function changedText(target: Target, way: Way, seed: number): Promise<string> {
  const draw = drawsFrom(seed);
  const text = target.seeds[draw(0, target.seeds.length - 1)] as string;
  if (way === "texts") return mutatedText(text, draw);
  const key = `${target.name} ${text}`;
  const value = parsed.get(key) ?? target.parse(text);
  parsed.set(key, value);
  return await target.print(mutatedValue(value, draw), seed);
}
