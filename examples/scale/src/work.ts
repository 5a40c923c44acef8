import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Job, UnrecoverableError } from "bullmq";
import { PlannerFailed, runPlanner } from "./planner.ts";
import { type MergeData, mergeIdOf, type ShardData, shardIdOf } from "./queues.ts";

/**
 * Plans one part, and gives what it wrote: small enough to be kept in the queue.
 * @param threads of each part; undefined: as many as there are cores
 */
export function shardWork(command: readonly string[], threads: string | undefined) {
  return (job: Job<ShardData, string>): Promise<string> =>
    inFolder(async (folder) => {
      const { fleet, words, index, of } = job.data;
      const out = join(folder, "part.json");
      const which = ["--index", String(index), "--of", String(of)];
      const own = threads === undefined ? [] : ["--workers", threads];
      await runPlanner(command, ["shard", fleet, ...which, ...own, ...words, "--out", out]);
      return await readFile(out, "utf8");
    });
}

/** Adds all parts of a run, each of them once, in the order of their indexes. */
export function mergeWork(command: readonly string[]) {
  return (job: Job<MergeData, string>): Promise<string> =>
    inFolder(async (folder) => {
      const parts = await partsOf(job);
      const paths = parts.map((_, index) => join(folder, `part-${index}.json`));
      for (const [index, text] of parts.entries()) await writeFile(paths[index] as string, text);
      return await runPlanner(command, ["merge", ...paths, "--format", "json", ...job.data.words]);
    });
}

/** What the children gave: BullMQ keeps one value a child, however often it was run. */
async function partsOf(job: Job<MergeData, string>): Promise<readonly string[]> {
  const values = Object.entries(await job.getChildrenValues<string>());
  const run = (job.id ?? "").slice(0, -mergeIdOf("").length);
  return Array.from({ length: job.data.of }, (_, index) => {
    const found = values.filter(([key]) => key.endsWith(`:${shardIdOf(run, index)}`));
    const [part] = found;
    if (part === undefined || found.length > 1)
      throw new UnrecoverableError(`Part ${index} of ${run} is there ${found.length} times, not once.`);
    return part[1];
  });
}

/** A folder for one job, which no other sees, whichever worker was killed in it before. */
async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "nkp-planner-scale-"));
  try {
    return await use(folder);
  } catch (error) {
    if (error instanceof PlannerFailed && error.comesAgain) throw new UnrecoverableError(error.message);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
