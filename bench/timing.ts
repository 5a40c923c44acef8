import { Bench } from "tinybench";

/** Says on stderr what is being done, so that a pipe gets the tables only. */
export function progress(text: string): void {
  process.stderr.write(`  … ${text}\n`);
}

/** How long one piece of work takes that is too long to be done often, and what it gives. */
export function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** The middle one of some runs, without warming up. */
export function middleMs(runs: number, work: () => unknown): number {
  const all = Array.from({ length: runs }, () => timed(work).ms).sort((a, b) => a - b);
  return all[Math.floor(runs / 2)] as number;
}

const MEASURED_MS = 1000;
const WARM_UP_MS = 250;
const FEWEST_SAMPLES = 5;

/** The median time of short work, warmed up and repeated. */
export function medianMs(work: () => unknown): number {
  const bench = new Bench({
    time: MEASURED_MS,
    iterations: FEWEST_SAMPLES,
    warmupTime: WARM_UP_MS,
    warmupIterations: 1,
    throws: true,
    retainSamples: true,
  });
  // A block, so that a result is neither kept nor taken for a promise.
  bench.add("work", () => {
    work();
  });
  bench.runSync();
  const result = bench.tasks[0]?.result;
  if (result?.state !== "completed") throw new Error("The measurement did not end.");
  return result.latency.p50;
}
