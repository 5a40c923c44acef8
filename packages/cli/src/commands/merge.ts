import {
  findingOfProblem,
  InputError,
  type KnownDocument,
  mergeShards,
  readDocument,
  type Shard,
  shardOf,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import { fileNameOf, openFile } from "../files.ts";
import { type Format, formatFlag, outputFlags } from "../flags.ts";
import type { Shell, ShellProcess } from "../shell.ts";
import { printStreamed } from "../stream/print-streamed.ts";
import { sharesOfShards } from "../stream/shares-of-shards.ts";
import { sharesOut } from "../stream/stream-flags.ts";
import { planningOf, type StreamRun } from "../stream/stream-run.ts";
import { version } from "../version.ts";

interface Flags extends AllowFlags {
  readonly format: Format;
  readonly out?: string;
  readonly force: boolean;
  readonly tenants?: readonly string[];
  readonly sharesOut?: string;
}

async function merge(this: Shell, flags: Flags, ...paths: readonly string[]): Promise<void> {
  const given = await readShards(this.process, paths);
  const parts = mergeShards(given);
  const shares = await sharesOfShards(flags, given);
  const run = given[0]?.shard.run as unknown as StreamRun;
  await printStreamed(this.process, { run, planning: await planningOf(this.process, run), parts }, flags, shares);
}

/** @throws InputError with everything that is wrong with any of them */
async function readShards(process: ShellProcess, paths: readonly string[]) {
  const problems: InputError[] = [];
  const given: { readonly file: string; readonly shard: Shard }[] = [];
  for (const path of paths) {
    try {
      given.push({ file: fileNameOf(path), shard: await readShard(process, path) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
  }
  if (problems.length > 0)
    throw new InputError(
      "the shards",
      problems.flatMap(({ findings }) => findings),
    );
  return given;
}

async function readShard(process: ShellProcess, path: string): Promise<Shard> {
  const { name, bytes } = await openFile(process, path);
  const known = documentIn(name, Buffer.from(bytes).toString("utf8"));
  if (known.kind !== "shard") throw refusal(name, `a document of the kind ${known.kind}`, "what shard has written");
  const shard = shardOf(known.document);
  const madeBy = shard.run["version"];
  if (madeBy === version) return shard;
  throw refusal(name, `a shard of version ${JSON.stringify(madeBy)}`, `one of version ${version}, as this program is`);
}

function documentIn(name: string, text: string): KnownDocument {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw refusal(name, "no JSON, or the beginning of it", "what shard has written, whole");
  }
  return readDocument(data, name);
}

function refusal(name: string, found: string, expected: string): InputError {
  const fix = "make the shard again";
  return new InputError(name, [findingOfProblem({ path: [], found, expected, fix }, name)]);
}

export const command = buildCommand<Flags, string[], Shell>({
  func: merge,
  parameters: {
    flags: {
      ...allowFlags,
      tenants: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        variadic: true,
        brief: "What a shard has written with --tenants-out, once for each shard (default: none)",
        placeholder: "FILE",
      },
      sharesOut,
      format: formatFlag,
      ...outputFlags,
    },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: {
        brief: "What shard has written, every index once",
        parse: (input: string) => input,
        placeholder: "FILE",
      },
    },
  },
  docs: {
    brief: BRIEFS.merge,
    fullDescription: [
      "Add up what shard has made of all parts of a fleet: the totals and the bytes that one process comes to. Shards of",
      "another input, of other prices, settings or another version, a missing or a doubled index are refused, and nothing is",
      "added.",
      "",
      "  nkp-planner merge part-*.json",
      "  nkp-planner merge part-*.json --format json --out fleet.json",
    ].join("\n"),
  },
});
