import { createReadStream } from "node:fs";
import { findingOfProblem, InputError } from "@nkp-planner/core";
import { explained } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";
import { ndjsonLines } from "./lines-of.ts";
import type { TenantResult } from "./tenant-results.ts";

const EXPECTED = "what --tenants-out has written for this run, whole";

/**
 * Results of tenants in the order of the input: of one file, or of the files of all shards, each of which is in order.
 * @throws InputError where one cannot be read, or a line is none of a tenant
 */
export async function* resultsIn(paths: readonly string[]): AsyncGenerator<TenantResult> {
  const files = paths.map(resultsInFile);
  const heads = await Promise.all(files.map((file) => file.next()));
  for (;;) {
    const at = firstOf(heads);
    const head = heads[at];
    if (head === undefined || head.done === true) return;
    yield head.value;
    heads[at] = await (files[at] as AsyncGenerator<TenantResult>).next();
  }
}

/** Whose turn it is; −1: all have come to their ends. */
function firstOf(heads: readonly IteratorResult<TenantResult>[]): number {
  let first = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { done, value }] of heads.entries()) {
    if (done === true || value.tenantIndex >= least) continue;
    least = value.tenantIndex;
    first = index;
  }
  return first;
}

async function* resultsInFile(path: string): AsyncGenerator<TenantResult> {
  try {
    for await (const { text, lineNumber } of ndjsonLines(createReadStream(path, "utf8"), path))
      yield resultIn(text, path, lineNumber);
  } catch (error) {
    throw explained(path, error, EXPECTED, ON_READING);
  }
}

function resultIn(text: string, path: string, line: number): TenantResult {
  try {
    const { tenantIndex, models, ...rest } = JSON.parse(text) as TenantResult;
    if (Number.isInteger(tenantIndex) && Array.isArray(models)) return { tenantIndex, models, ...rest };
  } catch {
    // Said below.
  }
  throw notOfThisRun(path, "a line that is no result of a tenant", line);
}

/** That results are not those of the plans that they are asked for. */
export function notOfThisRun(path: string, found: string, line?: number): InputError {
  const problem = { path: [], found, expected: EXPECTED, fix: "make them again" };
  return new InputError(path, [line === undefined ? problem : findingOfProblem({ ...problem, line }, path)]);
}
