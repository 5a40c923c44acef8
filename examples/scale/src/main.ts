import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { FlowProducer, Job, Queue } from "bullmq";
import { flowOf } from "./flow.ts";
import { PlannerFailed, runPlanner } from "./planner.ts";
import { MERGES, type MergeData, mergeIdOf, SHARDS } from "./queues.ts";
import { BAD_INPUT, connected, withReasons } from "./redis.ts";
import { runIdOf } from "./run-id.ts";

/**
 * Has a fleet planned in parts, and prints the totals: `node src/main.ts FLEET --shards N [--prices FILE]
 * [--price-list FILE] [--allow infeasible] [--redis URL] [--planner PROGRAM]`. Ended and started again, it waits for the same run.
 */

const LOOK_MS = 500;

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      redis: { type: "string", default: "redis://127.0.0.1:6379" },
      shards: { type: "string", default: "16" },
      prices: { type: "string" },
      "price-list": { type: "string" },
      allow: { type: "string", multiple: true, default: [] },
      planner: { type: "string", multiple: true, default: ["nkp-planner"] },
    },
  });
  const [fleet] = positionals;
  const shards = Number(values.shards);
  if (fleet === undefined || positionals.length > 1) throw new Error("FLEET: name one file");
  if (!Number.isInteger(shards) || shards < 1) throw new Error(`--shards: found ${values.shards}, expected 1 or more`);
  const given = Object.entries({ "--prices": values.prices, "--price-list": values["price-list"] });
  const files = given.flatMap(([flag, path]) => (path === undefined ? [] : [[flag, resolve(path)] as const]));
  return { ...values, fleet: resolve(fleet), shards, files };
}

await withReasons(async () => {
  let request: ReturnType<typeof asked>;
  let version: string;
  let run: string;
  try {
    request = asked();
    version = await runPlanner(request.planner, ["--version"]);
    const { fleet, files, shards, allow } = request;
    const words = [version.trim(), String(shards), ...files.map(([flag]) => flag), ...allow];
    run = await runIdOf([fleet, ...files.map(([, path]) => path)], words);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error.message);
    return BAD_INPUT;
  }
  const redis = await connected(request.redis);
  const merges = new Queue<MergeData, string>(MERGES, { connection: redis });
  const shards = new Queue(SHARDS, { connection: redis });
  const flows = new FlowProducer({ connection: redis });
  for (const queue of [merges, shards]) queue.on("error", () => {});
  flows.on("error", () => {});
  const id = mergeIdOf(run);
  try {
    // What has failed before is begun again: its cause may be gone.
    const before = await Job.fromId(merges, id);
    if (await before?.isFailed()) await before?.remove({ removeChildren: true });
    const words = request.files.flat();
    const mergeWords = request.allow.flatMap((word) => ["--allow", word]);
    await flows.add(flowOf({ run, fleet: request.fleet, words, mergeWords, shards: request.shards }));
    console.error(`${run}: ${request.shards} parts. Start workers with the same --redis.`);
    for (;;) {
      // A server that is away is waited for: no event is missed by asking.
      const job = await Job.fromId<MergeData, string>(merges, id);
      if (job === undefined) throw new PlannerFailed(null, `${run} is not in the queue any more: start it again.`);
      if (await job.isCompleted()) {
        process.stdout.write(job.returnvalue);
        return 0;
      }
      if (await job.isFailed()) {
        console.error(await reasonOf(job, shards));
        return BAD_INPUT;
      }
      await wait(LOOK_MS);
    }
  } finally {
    await Promise.all([merges.close(), shards.close(), flows.close()]);
    redis.disconnect();
  }
});

/** Why a run failed: what the planner said of the parts that failed, or of the merge. */
async function reasonOf(merge: Job<MergeData, string>, shards: Queue): Promise<string> {
  const { failed = [] } = await merge.getDependencies({ failed: { count: 5 } });
  const reasons = await Promise.all(
    failed.map(async (key) => {
      const job = await Job.fromId(shards, key.slice(key.lastIndexOf(":") + 1));
      return `${job?.id}: ${job?.failedReason}`;
    }),
  );
  return reasons.length > 0 ? reasons.join("\n") : `${merge.id}: ${merge.failedReason}`;
}
