import { InputError, shardDocument } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { type ModelId, modelsNamed, outputFlags, wholeNumber } from "../flags.ts";
import { printContent } from "../formats.ts";
import type { Shell, ShellProcess } from "../shell.ts";
import { digestOf } from "../stream/file-digest.ts";
import { InputSource } from "../stream/input-blocks.ts";
import { streamFlags, workerCountOf } from "../stream/stream-flags.ts";
import { streamFleet } from "../stream/stream-fleet.ts";
import { runWithoutHead, type StreamFlags } from "../stream/stream-run.ts";

const MOST_SHARDS = 100_000;
/** Set by Kubernetes in each pod of an Indexed Job. @see https://kubernetes.io/docs/concepts/workloads/controllers/job/ */
const JOB_INDEX = "JOB_COMPLETION_INDEX";

interface Flags extends StreamFlags {
  readonly model?: readonly ModelId[];
  readonly baseline: ModelId;
  readonly index?: number;
  readonly of: number;
  readonly workers?: number;
  readonly tenantsOut?: string;
  readonly out?: string;
  readonly force: boolean;
}

async function shard(this: Shell, flags: Flags, fleetPath: string): Promise<void> {
  const models = modelsNamed(flags.model, flags.baseline);
  const mine = { index: indexOf(this.process, flags), shardCount: flags.of };
  const withoutHead = await runWithoutHead(this.process, flags, models);
  const source = await InputSource.open(this.process, fleetPath, flags.streamFormat);
  const workerCount = workerCountOf(flags.workers);
  const made = await streamFleet(this.process, source, withoutHead, {
    workerCount,
    shard: mine,
    resultsPath: flags.tenantsOut,
  });
  if (made === undefined) return;
  const { run, parts, inputDigest } = made;
  const tenantsDigest = flags.tenantsOut === undefined ? null : await digestOf(flags.tenantsOut);
  const document = shardDocument({ ...mine, run: { ...run, input: `sha256:${inputDigest}` }, parts, tenantsDigest });
  await printContent(`${JSON.stringify(document)}\n`, flags, this.process);
}

/** @throws InputError where it is not said, or there are not so many */
function indexOf({ env }: Pick<ShellProcess, "env">, { index, of }: Pick<Flags, "index" | "of">): number {
  const told = env[JOB_INDEX];
  const name = index === undefined && told !== undefined ? JOB_INDEX : "--index";
  const found = index ?? (told !== undefined && /^\d{1,6}$/.test(told) ? Number(told) : undefined);
  if (found !== undefined && found < of) return found;
  const shown = found === undefined ? (told === undefined ? "no index" : JSON.stringify(told)) : String(found);
  const fix = `add --index, or set ${JOB_INDEX} as Kubernetes does`;
  throw new InputError(name, [{ path: [], found: shown, expected: `an index from 0 to ${of - 1}`, fix }]);
}

export const command = buildCommand<Flags, [string], Shell>({
  func: shard,
  parameters: {
    flags: {
      ...streamFlags,
      tenantsOut: {
        kind: "parsed",
        parse: (input: string) => input,
        optional: true,
        brief: "What each tenant pays and costs for itself, one a line, for merge to divide the rest (default: none)",
        placeholder: "FILE",
      },
      index: {
        kind: "parsed",
        parse: wholeNumber("shards before it", 0, MOST_SHARDS - 1),
        optional: true,
        brief: `Which shard this is, from 0 (default: the variable ${JOB_INDEX})`,
        placeholder: "I",
      },
      of: {
        kind: "parsed",
        parse: wholeNumber("shards", 1, MOST_SHARDS),
        brief: "How many shards there are",
        placeholder: "N",
      },
      ...outputFlags,
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "Tenants as NDJSON, CSV or YAML documents, - for standard input",
          parse: (input: string) => input,
          placeholder: "FLEET",
        },
      ],
    },
  },
  docs: {
    brief: BRIEFS.shard,
    fullDescription: [
      "Plan one of N parts of a fleet, for merge to add up. The fleet is a tenant a line as JSON, a row of a table (CSV) or",
      "a YAML document; the first line or document may be the fleet without its tenants. Every shard reads all of them and",
      "plans its own: the same input, index and prices give the same bytes, on whatever machine.",
      "",
      "  nkp-planner shard fleet.ndjson --index 0 --of 2 --prices my-prices.yaml --out part-0.json",
      "  nkp-planner shard fleet.ndjson --index 1 --of 2 --prices my-prices.yaml --out part-1.json",
      "  nkp-planner merge part-0.json part-1.json",
    ].join("\n"),
  },
});
