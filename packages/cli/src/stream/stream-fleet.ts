import { createHash } from "node:crypto";
import {
  addParts,
  countText,
  emptyPart,
  type Finding,
  findingOfProblem,
  InputError,
  isBlockOf,
  type ModelPart,
} from "@nkp-planner/core";
import { fileNameOf } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { BlockPool } from "./block-pool.ts";
import { blocksOf, type InputBlock, type InputLine, linesOf } from "./input-blocks.ts";
import { type BlockResult, idsOf, rowsOf } from "./plan-block.ts";
import { headWithout, placedIds, planningOf, type StreamPlanning, type StreamRun } from "./stream-run.ts";

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
  /** Told of every block that was planned, in the order of the input. */
  readonly onBlock?: (result: BlockResult) => Promise<void>;
}

/** So many problems are told of at once; what comes after them is not read. */
const MOST_PROBLEMS = 50;

/**
 * Reads a fleet line by line and plans it block by block.
 * @throws InputError with all problems of the first lines that have any
 */
export async function streamFleet(
  process: ShellProcess,
  path: string,
  withoutHead: Omit<StreamRun, "head">,
  { workerCount, shard = { index: 0, shardCount: 1 }, onBlock = async () => {} }: StreamOptions,
): Promise<StreamedFleet> {
  const name = fileNameOf(path);
  const hash = createHash("sha256");
  const lines = linesOf(process, path, hash);
  const { head, rest } = await withHead(process, lines, withoutHead, name);
  const run: StreamRun = { ...withoutHead, head };
  const planning = await planningOf(process, run);
  const sums = new Map(run.models.map((id) => [id, emptyPart(id)]));
  const seen = new SeenIds(name);
  const pool = new BlockPool(run, planning, name, workerCount);
  const problems: Finding[] = [];
  const take = async (result: BlockResult) => {
    problems.push(...result.problems, ...seen.repeated(result.ids));
    if (problems.length > 0) return;
    for (const part of result.parts) sums.set(part.modelId, addParts(sums.get(part.modelId) ?? part, part));
    await onBlock(result);
    process.say(`Planning ${name}: ${countText(seen.count, "tenants")}`);
  };
  const waiting: Promise<BlockResult>[] = [];
  try {
    for await (const block of blocksOf(rest)) {
      const planned = isBlockOf(block.index, shard) ? pool.plan(block) : Promise.resolve(onlyRead(block, name));
      // It is awaited in its turn; until then nobody else is to hear of it.
      planned.catch(() => undefined);
      waiting.push(planned);
      if (waiting.length > 2 * workerCount) await take((await waiting.shift()) as BlockResult);
      if (problems.length >= MOST_PROBLEMS) break;
    }
    for (const planned of waiting) if (problems.length < MOST_PROBLEMS) await take(await planned);
  } finally {
    await pool.close();
  }
  problems.push(...seen.absent(placedIds(head)));
  if (problems.length > 0) throw new InputError(name, firstOf(problems, name));
  return { run, planning, parts: [...sums.values()], tenantLineCount: seen.count, inputDigest: hash.digest("hex") };
}

/** Of very many the first, and that there may be more. */
function firstOf(problems: readonly Finding[], name: string): readonly Finding[] {
  if (problems.length < MOST_PROBLEMS) return problems;
  const found = `${MOST_PROBLEMS} problems or more`;
  const fix = "mend these first; what comes after them was not read";
  const more = findingOfProblem({ path: [], found, expected: "none", fix }, name);
  return [...problems.slice(0, MOST_PROBLEMS), more];
}

/** What another shard plans is read all the same, so that each of them refuses the same input. */
function onlyRead({ index, lines }: InputBlock, name: string): BlockResult {
  const { rows, problems } = rowsOf(lines, name);
  return { index, ids: idsOf(rows), problems, parts: [], tenants: [] };
}

/** The fleet's head, where the first line is one, and the lines of tenants. */
async function withHead(
  process: ShellProcess,
  lines: AsyncGenerator<InputLine>,
  run: Omit<StreamRun, "head">,
  name: string,
): Promise<{ readonly head: StreamRun["head"]; readonly rest: AsyncIterable<InputLine> }> {
  const first = await lines.next();
  if (first.done === true) return { head: await headWithout(process, run), rest: lines };
  const [only] = rowsOf([first.value], name).rows;
  if (only !== undefined && "apiVersion" in only.row) {
    const { tenants, ...head } = only.row;
    if (Array.isArray(tenants) && tenants.length > 0) throw notAStream(name, first.value.lineNumber);
    return { head, rest: lines };
  }
  return { head: await headWithout(process, run), rest: withFirst(first.value, lines) };
}

async function* withFirst(first: InputLine, lines: AsyncIterable<InputLine>): AsyncGenerator<InputLine> {
  yield first;
  yield* lines;
}

function notAStream(name: string, line: number): InputError {
  const found = "a whole fleet on one line";
  const expected = "a tenant a line; the first line may be the fleet without its tenants";
  const fix = "write each tenant on a line of its own, or leave --stream out";
  return new InputError(name, [{ path: ["tenants"], line, found, expected, fix }]);
}

/** Ids of tenants so far, with their lines. */
class SeenIds {
  readonly #lines = new Map<string, number>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  get count(): number {
    return this.#lines.size;
  }

  /** Takes more in, and names those that were there before. */
  repeated(ids: BlockResult["ids"]): readonly Finding[] {
    return ids.flatMap(([id, line]): readonly Finding[] => {
      const first = this.#lines.get(id);
      this.#lines.set(id, first ?? line);
      if (first === undefined || first === line) return [];
      const found = `${JSON.stringify(id)} a second time`;
      const fix = `give this tenant another id; the other one is in line ${first}`;
      return [findingOfProblem({ path: ["id"], line, found, expected: "an id of its own", fix }, this.#name)];
    });
  }

  /** Those that are placed by name and did not come. */
  absent(ids: readonly string[]): readonly Finding[] {
    return ids
      .filter((id) => !this.#lines.has(id))
      .map((id) => {
        const found = `${JSON.stringify(id)}, which no line has`;
        const fix = "leave it out, or add the tenant";
        return findingOfProblem({ path: ["placement"], line: 1, found, expected: "ids of tenants", fix }, this.#name);
      });
  }
}
