/** Names of the queues; a job of the first is a part, one of the second adds all parts of a run. */
export const SHARDS = "nkp-shards";
export const MERGES = "nkp-merges";

/** What a part is made of: a part is a function of this alone, so that it may be made twice and counted once. */
export interface ShardData {
  /** Path of the fleet, the same on every machine. */
  readonly fleet: string;
  /** Further words of `nkp-planner shard`. */
  readonly words: readonly string[];
  readonly index: number;
  readonly of: number;
}

export interface MergeData {
  readonly of: number;
  /** Further words of `nkp-planner merge`. */
  readonly words: readonly string[];
}

/** A run as it is asked for. */
export interface RunRequest {
  /** Says what is planned: the same run has the same id, whoever asks for it. */
  readonly run: string;
  readonly fleet: string;
  readonly words: readonly string[];
  readonly mergeWords: readonly string[];
  readonly shards: number;
}

export function mergeIdOf(run: string): string {
  return `${run}-merge`;
}

export function shardIdOf(run: string, index: number): string {
  return `${run}-${index}`;
}
