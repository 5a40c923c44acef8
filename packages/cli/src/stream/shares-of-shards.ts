import { type Finding, findingOfProblem, InputError, type Shard } from "@nkp-planner/core";
import { digestOf } from "./file-digest.ts";
import type { SharesFiles } from "./shares-file.ts";

interface SharesFlags {
  readonly tenants?: readonly string[];
  readonly sharesOut?: string;
}

/**
 * From where shares of what is shared are made; undefined: they are not asked for.
 * @throws InputError unless there is a file of tenants for each shard, and it is the one that the shard has written
 */
export async function sharesOfShards(
  { tenants = [], sharesOut }: SharesFlags,
  given: readonly { readonly file: string; readonly shard: Shard }[],
): Promise<SharesFiles | undefined> {
  if (sharesOut === undefined && tenants.length === 0) return undefined;
  if (sharesOut === undefined || tenants.length === 0) throw notBoth(sharesOut === undefined);
  const found = new Map<string, string>();
  for (const path of tenants) found.set(await digestOf(path), path);
  const written = new Set(given.map(({ shard }) => shard.tenantsDigest));
  const problems = [
    ...given
      .filter(({ shard: { tenantsDigest } }) => !found.has(tenantsDigest ?? ""))
      .map(({ file, shard: { index } }) => noTenants(file, index)),
    ...[...found].filter(([digest]) => !written.has(digest)).map(([, path]) => ofNoShard(path)),
  ];
  if (problems.length > 0) throw new InputError("the tenants of the shards", problems);
  return { tenantsPaths: [...found.values()], sharesPath: sharesOut };
}

function notBoth(isOutMissing: boolean): InputError {
  const [here, missing] = isOutMissing ? ["--tenants", "--shares-out"] : ["--shares-out", "--tenants"];
  const expected = "both: shares are made of what each shard has written of its tenants";
  return new InputError(here, [{ path: [], found: `no ${missing}`, expected, fix: `add ${missing} FILE` }]);
}

function noTenants(file: string, index: number): Finding {
  const found = `no file of the tenants of shard ${index}`;
  const expected = "what the shard has written with --tenants-out";
  return findingOfProblem({ path: [], found, expected, fix: "name it with --tenants, or make the shard again" }, file);
}

function ofNoShard(path: string): Finding {
  const [found, expected] = ["tenants of none of these shards", "what one of them has written with --tenants-out"];
  return findingOfProblem({ path: [], found, expected, fix: "leave it out, or make the shard again" }, path);
}
