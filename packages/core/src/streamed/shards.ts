import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import { findingOfProblem, type Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { addParts, emptyPart, type ModelPart } from "./fleet-part.ts";

/** What one of several machines has made of its part of a fleet. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  /** How many shards the run has. */
  readonly shardCount: number;
  /** What the run is of, in full: two shards add up only where it is the same for both. */
  readonly run: Readonly<Record<string, unknown>>;
  /** One a model. */
  readonly parts: readonly ModelPart[];
  /** Of the file with what each of its tenants comes to; null: none was written. */
  readonly tenantsDigest: string | null;
}

/** Lines are dealt out so many at a time, so that a shard can tell its own without knowing how many there are. */
export const BLOCK_LINES = 128;

/** Whether a block of lines, counted from 0, is a shard's. */
export function isBlockOf(blockIndex: number, { index, shardCount }: Pick<Shard, "index" | "shardCount">): boolean {
  return blockIndex % shardCount === index;
}

/**
 * All shards of a run as one: the parts of all its tenants, a part a model.
 * @param given each shard with the name of its file
 * @throws InputError unless they are all shards of one run, each once; nothing is added then
 */
export function mergeShards(given: readonly { readonly file: string; readonly shard: Shard }[]): readonly ModelPart[] {
  const [first, ...others] = given.toSorted((a, b) => a.shard.index - b.shard.index);
  if (first === undefined) throw refusal([{ ...NOTHING, fix: "name every file that shard has written" }]);
  const problems = [
    ...others.flatMap((one) => runProblems(one, first)),
    ...repeated(given),
    ...missing(given, first.shard.shardCount),
  ];
  if (problems.length > 0) throw refusal(problems);
  return first.shard.parts.map(({ modelId }) =>
    [first, ...others]
      .map(({ shard }) => shard.parts.find((part) => part.modelId === modelId) ?? emptyPart(modelId))
      .reduce(addParts, emptyPart(modelId)),
  );
}

const NOTHING = { path: [], found: "no shard", expected: "every shard of a run" };

function refusal(problems: readonly (Problem | Finding)[]): InputError {
  return new InputError("the shards", problems);
}

type Named = { readonly file: string; readonly shard: Shard };

/** Of what differs, the first by name. */
function runProblems({ file, shard }: Named, first: Named): readonly Finding[] {
  if (shard.shardCount !== first.shard.shardCount) {
    const expected = `one of ${first.shard.shardCount}, as ${first.file} is`;
    const found = `one of ${shard.shardCount} shards`;
    return [findingOfProblem({ path: [], found, expected, fix: SAME_RUN }, file)];
  }
  const other = runDifference(shard.run, first.shard.run);
  if (other === undefined) return [];
  const found = `a shard of another run: its ${other} is ${shown(shard.run[other])}`;
  const expected = `${shown(first.shard.run[other])}, as in ${first.file}`;
  return [findingOfProblem({ path: [], found, expected, fix: SAME_RUN }, file)];
}

/** In what two runs differ, the first by name; undefined: they are the same. */
export function runDifference(a: Shard["run"], b: Shard["run"]): string | undefined {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return keys.find((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

const SAME_RUN = "make all shards of the same input, with the same prices, settings and version of nkp-planner";

function repeated(given: readonly Named[]): readonly Finding[] {
  const firstOf = new Map<number, string>();
  return given.flatMap(({ file, shard: { index } }): readonly Finding[] => {
    const first = firstOf.get(index);
    firstOf.set(index, first ?? file);
    if (first === undefined) return [];
    const found = `shard ${index} a second time; ${first} has it too`;
    return [findingOfProblem({ path: [], found, expected: "each index once", fix: "name one of them" }, file)];
  });
}

/** So many missing ones are named one by one. */
const MOST_NAMED = 20;

function missing(given: readonly Named[], of: number): readonly Problem[] {
  const present = new Set(given.map(({ shard }) => shard.index));
  const absent = Array.from({ length: of }, (_, index) => index).filter((index) => !present.has(index));
  if (absent.length === 0) return [];
  const more = absent.length > MOST_NAMED ? ` and ${absent.length - MOST_NAMED} more` : "";
  const found = `no shard ${absent.slice(0, MOST_NAMED).join(", ")}${more}`;
  return [{ path: [], found, expected: `each index from 0 to ${of - 1}`, fix: "make those that are missing" }];
}
