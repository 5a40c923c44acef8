import { createHash } from "node:crypto";
import { addParts, emptyPart, type Finding, InputError, isBlockOf, type ModelPart } from "@nkp-planner/core";
import type { ShellProcess } from "../shell.ts";
import { BlockPool } from "./block-pool.ts";
import { type Checkpoint, otherInput, readCheckpoint, requireSameResults, writeCheckpoint } from "./checkpoint.ts";
import { blocksOf, type InputBlock, type InputSource } from "./input-blocks.ts";
import type { BlockResult } from "./plan-block.ts";
import { Progress } from "./progress-of-stream.ts";
import { idsOf, rowsOf } from "./read-lines.ts";
import { ResultsFile } from "./results-file.ts";
import { SeenIds } from "./seen-ids.ts";
import { withHead } from "./stream-head.ts";
import { firstOf, MOST_PROBLEMS } from "./stream-problems.ts";
import { placedIds, planningOf, type StreamPlanning, type StreamRun } from "./stream-run.ts";

/** A fleet that was read to its end, and what its tenants come to. */
export interface StreamedFleet {
  readonly run: StreamRun;
  readonly planning: StreamPlanning;
  /** One a model. */
  readonly parts: readonly ModelPart[];
  readonly tenantLineCount: number;
  /** Of all bytes that were read. */
  readonly inputDigest: string;
}

export interface StreamOptions {
  readonly workerCount: number;
  /** Only blocks of this shard are planned; all are read. */
  readonly shard?: { readonly index: number; readonly shardCount: number };
  /** Where to write how far it has come, and to go on from. */
  readonly checkpointPath?: string | undefined;
  /** Where to write what each tenant comes to. */
  readonly resultsPath?: string | undefined;
  /** Ends it where it stands, at its checkpoint. */
  readonly signal?: AbortSignal;
}

/** So often it is written how far it has come. */
const SECONDS_BETWEEN_CHECKPOINTS = 10;

/**
 * Reads a fleet tenant by tenant and plans it block by block; undefined where it was ended before.
 * @throws InputError with all problems of the first lines that have any
 */
export async function streamFleet(
  process: ShellProcess,
  source: InputSource,
  withoutHead: Omit<StreamRun, "head">,
  options: StreamOptions,
): Promise<StreamedFleet | undefined> {
  const { workerCount, shard = { index: 0, shardCount: 1 }, checkpointPath, resultsPath, signal } = options;
  const { name } = source;
  const { head, rest } = await withHead(process, source, withoutHead);
  const run: StreamRun = { ...withoutHead, head };
  const planning = await planningOf(process, run);
  const before = checkpointPath === undefined ? null : await readCheckpoint(checkpointPath, run);
  if (before !== null) requireSameResults(checkpointPath ?? "", before, resultsPath !== undefined);
  const sums = new Map(run.models.map((id) => [id, emptyPart(id)]));
  for (const part of before?.parts ?? []) sums.set(part.modelId, part);
  const results = resultsPath === undefined ? null : await ResultsFile.open(resultsPath, before?.resultBytes ?? 0);
  const pool = new BlockPool(run, planning, name, workerCount);
  const seen = new SeenIds(name);
  const progress = new Progress(process, source);
  const lines = createHash("sha256");
  const problems: Finding[] = [];
  let blockCount = 0;
  let savedAt = process.uptime();

  const save = async () => {
    if (checkpointPath === undefined || problems.length > 0) return;
    await results?.keep();
    const digest = lines.copy().digest("hex");
    const parts = [...sums.values()];
    await writeCheckpoint(checkpointPath, { run, blockCount, digest, parts, resultBytes: results?.sizeBytes ?? null });
    savedAt = process.uptime();
  };
  const take = async ({ block, planned }: Pending) => {
    const result = await planned;
    problems.push(...result.problems, ...seen.repeated(result.ids));
    for (const { text } of block.lines) lines.update(`${text}\n`);
    blockCount += 1;
    if (blockCount === before?.blockCount && lines.copy().digest("hex") !== before.digest)
      throw otherInput(checkpointPath ?? "", before, block.lines.at(-1)?.lineNumber ?? 1);
    if (problems.length > 0) return;
    for (const part of result.parts) sums.set(part.modelId, addParts(sums.get(part.modelId) ?? part, part));
    if (result.tenants.length > 0) await results?.add(result.tenants);
    progress.tell(seen.count);
    if (process.uptime() >= savedAt + SECONDS_BETWEEN_CHECKPOINTS && isBehind(before, blockCount)) await save();
  };
  const waiting: Pending[] = [];
  const isStopped = () => signal?.aborted === true || problems.length >= MOST_PROBLEMS;
  try {
    for await (const block of blocksOf(rest, source.format)) {
      const isMine = isBlockOf(block.index, shard) && block.index >= (before?.blockCount ?? 0);
      const planned = isMine ? pool.plan(block) : Promise.resolve(onlyRead(block, name));
      // It is awaited in its turn; until then nobody else is to hear of it.
      planned.catch(() => undefined);
      waiting.push({ block, planned });
      if (waiting.length > 2 * workerCount) await take(waiting.shift() as Pending);
      if (isStopped()) break;
    }
    while (waiting.length > 0 && !isStopped()) await take(waiting.shift() as Pending);
    if (signal?.aborted === true && problems.length === 0) {
      if (isBehind(before, blockCount)) await save();
      return undefined;
    }
    problems.push(...seen.absent(placedIds(head)));
    if (problems.length > 0) throw new InputError(name, firstOf(problems, name));
    if (blockCount < (before?.blockCount ?? 0)) throw otherInput(checkpointPath ?? "", before as Checkpoint, 1);
    await save();
  } finally {
    await pool.close();
    await results?.close();
  }
  return { run, planning, parts: [...sums.values()], tenantLineCount: seen.count, inputDigest: source.digest() };
}

interface Pending {
  readonly block: InputBlock;
  readonly planned: Promise<BlockResult>;
}

/** Whether it has come as far as the checkpoint that it began with: before that there is nothing new to keep. */
function isBehind(before: Checkpoint | null, blockCount: number): boolean {
  return before === null || blockCount >= before.blockCount;
}

/** What another shard plans, or was planned before, is read all the same, so that the same input is refused each time. */
function onlyRead(block: InputBlock, name: string): BlockResult {
  const { rows, problems } = rowsOf(block, name);
  return { index: block.index, ids: idsOf(rows), problems, parts: [], tenants: [] };
}
