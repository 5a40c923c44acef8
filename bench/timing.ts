import { Bench } from "tinybench";

/** Says on stderr what is being done, so that a pipe gets the tables only. */
export function progress(text: string): void {
  process.stderr.write(`  … ${text}\n`);
}

const MICROSECONDS_PER_MS = 1000;

/**
 * Time of the processor, not of the clock: what else the machine does changes it little. On an idle machine the clock
 * says about the same, because planning runs in one thread; collecting garbage and compiling have threads of their own.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS_PER_MS;
}

/** How long one piece of work takes that is too long to be done often, and what it gives. */
export function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const start = processorMs();
  const result = work();
  return { ms: processorMs() - start, result };
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
    now: processorMs,
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
