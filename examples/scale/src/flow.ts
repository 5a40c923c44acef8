import type { FlowJob, JobsOptions } from "bullmq";
import { MERGES, type MergeData, mergeIdOf, type RunRequest, SHARDS, type ShardData, shardIdOf } from "./queues.ts";

/** So long what is done stays, for whoever asks for the same run again: a week. */
const KEPT_SECONDS = 7 * 86_400;
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 1000;

const OPTIONS: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: "exponential", delay: FIRST_WAIT_MS },
  removeOnComplete: { age: KEPT_SECONDS },
  removeOnFail: { age: KEPT_SECONDS },
};

/** The merge as parent, which waits for its children: the parts. Ids are the run's, so that adding it twice adds nothing. */
export function flowOf({ run, fleet, words, mergeWords, shards }: RunRequest): FlowJob {
  return {
    name: "merge",
    queueName: MERGES,
    data: { of: shards, words: mergeWords } satisfies MergeData,
    opts: { ...OPTIONS, jobId: mergeIdOf(run) },
    children: Array.from({ length: shards }, (_, index) => ({
      name: "shard",
      queueName: SHARDS,
      data: { fleet, words, index, of: shards } satisfies ShardData,
      // Without one part nothing can be merged.
      opts: { ...OPTIONS, jobId: shardIdOf(run, index), failParentOnFailure: true },
    })),
  };
}
