import { parseArgs } from "node:util";
import { Worker } from "bullmq";
import { MERGES, SHARDS } from "./queues.ts";
import { connected, placeOf, withReasons } from "./redis.ts";
import { mergeWork, shardWork } from "./work.ts";

/**
 * Plans parts and merges runs until it is ended: `node src/worker.ts [--redis URL] [--at-a-time N]
 * [--threads N] [--planner PROGRAM] [--lock-seconds N]`. A worker that is killed says nothing any more: after `--lock-seconds`
 * another takes what it had.
 */

const { values } = parseArgs({
  options: {
    redis: { type: "string", default: "redis://127.0.0.1:6379" },
    "at-a-time": { type: "string", default: "1" },
    threads: { type: "string" },
    planner: { type: "string", multiple: true, default: ["nkp-planner"] },
    "lock-seconds": { type: "string", default: "30" },
  },
});

const MS = 1000;
/** A machine may be killed again and again under the same part; only what ends by itself counts as a failure. */
const MOST_KILLED = 1000;

await withReasons(async () => {
  const redis = await connected(values.redis);
  const lockMs = Number(values["lock-seconds"]) * MS;
  const options = {
    connection: redis,
    concurrency: Number(values["at-a-time"]),
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: MOST_KILLED,
  };
  const workers = [
    new Worker(SHARDS, shardWork(values.planner, values.threads), options),
    new Worker(MERGES, mergeWork(values.planner), { ...options, concurrency: 1 }),
  ];
  for (const worker of workers) {
    // Without a listener an error would end the program; the connection says the same for all.
    worker.on("error", () => {});
    worker.on("failed", (job, { message }) => console.error(`${job?.id ?? "a job"}: ${message}`));
    worker.on("completed", ({ id }) => console.log(`${id}: done`));
  }
  redis.on("close", () => console.error(`${placeOf(values.redis)} is away: waiting for it.`));
  console.log("Waiting for parts.");
  const signal = await new Promise<string>((done) => {
    for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => done(name));
  });
  console.log(`${signal}: ending what is begun.`);
  await Promise.all(workers.map((worker) => worker.close()));
  redis.disconnect();
  return 0;
});
