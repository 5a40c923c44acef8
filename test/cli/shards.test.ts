import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileOf, folder, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const HEAD = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
};

/** More than two blocks of lines, all of one size, so that they are planned at once. */
const tenantsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    upgradeCadence: index % 7 === 0 ? "own" : "fleet",
    price: { monthly: "4200.00" },
    workloads: [{ name: "web", replicas: 1 + (index % 2), requests: { cpu: "500m", memory: "1Gi" } }],
  }));

const ndjson = (...lines: readonly unknown[]) => `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
const TENANTS = tenantsOf(300);
const FLEET = fileOf("fleet.ndjson", ndjson(HEAD, ...TENANTS));
const GIVEN = ["--prices", PRICES, "--workers", "1"];

const partAt = (index: number, of: number) => join(folder, `part-${index}-of-${of}.json`);

async function shard(index: number, of: number, ...more: readonly string[]) {
  const args = ["--index", String(index), "--of", String(of), "--out", partAt(index, of), "--force"];
  return await cli(["shard", FLEET, ...GIVEN, ...args, ...more]);
}

const merge = (...files: readonly string[]) => cli(["merge", ...files, "--format", "json"]);

describe("shards of a fleet", () => {
  it("add up to the bytes of one process, in whatever order they are named, and to the totals of a whole plan", async () => {
    for (const [index, of] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(await shard(index, of)).toEqual({ code: 0, stdout: "", stderr: "" });
    }
    const one = await merge(partAt(0, 1));
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect((await merge(partAt(0, 2), partAt(1, 2))).stdout).toBe(one.stdout);
    expect((await merge(partAt(1, 2), partAt(0, 2))).stdout).toBe(one.stdout);
    const whole = fileOf("fleet.json", JSON.stringify({ ...HEAD, tenants: TENANTS }));
    const all = JSON.parse((await cli(["compare", whole, "--prices", PRICES, "--format", "json"])).stdout);
    const { streamedPlans, differences } = JSON.parse(one.stdout);
    const totalsOf = (plans: readonly { modelId: string; totals: unknown; infrastructure: unknown }[]) =>
      plans.map(({ modelId, totals, infrastructure }) => ({ modelId, totals, infrastructure }));
    expect(totalsOf(streamedPlans)).toEqual(totalsOf(all.plans));
    expect(differences).toEqual(all.differences);
  });

  it("divide what is shared among the tenants of all, as one process does", async () => {
    const fileAt = (name: string) => join(folder, name);
    const [own, shares] = [fileAt("own.ndjson"), fileAt("shares.ndjson")];
    await cli(["compare", "--stream", FLEET, ...GIVEN, "--tenants-out", own, "--shares-out", shares]);
    const [first, second] = [0, 1].map((index) => fileAt(`tenants-${index}.ndjson`)) as [string, string];
    const parts = [0, 1].map((index) => fileAt(`with-tenants-${index}.json`));
    for (const [index, tenants] of [first, second].entries()) {
      const args = ["--index", String(index), "--of", "2", "--tenants-out", tenants, "--out", parts[index] as string];
      await cli(["shard", FLEET, ...GIVEN, ...args]);
    }
    const merged = fileAt("merged.ndjson");
    const out = ["--shares-out", merged, "--format", "json"];
    const { code, stdout } = await cli(["merge", ...parts, "--tenants", second, "--tenants", first, ...out]);
    expect(code).toBe(0);
    expect(readFileSync(merged, "utf8")).toBe(readFileSync(shares, "utf8"));
    expect(JSON.parse(stdout).streamedPlans[0].lossMakingTenantCount).toEqual(expect.any(Number));
    const refused = async (words: string, ...more: readonly string[]) => {
      const other = fileAt("not-merged.ndjson");
      const found = await cli(["merge", ...parts, ...more, "--shares-out", other]);
      expect(found).toMatchObject({ code: 2, stdout: "" });
      expect(found.stderr.replaceAll(/\s+/g, " ")).toContain(words);
      expect(existsSync(other)).toBe(false);
    };
    await refused("no --tenants");
    await refused("no file of the tenants of shard 1", "--tenants", first);
    await refused("tenants of none of these shards", "--tenants", first, "--tenants", second, "--tenants", own);
    const cut = fileOf("cut.ndjson", readFileSync(second, "utf8").slice(0, -40));
    await refused("no file of the tenants of shard 1", "--tenants", first, "--tenants", cut);
  });

  it("are the same bytes each time, by whatever number of threads", async () => {
    const before = readFileSync(partAt(0, 2), "utf8");
    await cli([
      "shard",
      FLEET,
      "--prices",
      PRICES,
      "--workers",
      "2",
      "--index",
      "0",
      "--of",
      "2",
      "--out",
      partAt(0, 2),
      "--force",
    ]);
    expect(readFileSync(partAt(0, 2), "utf8")).toBe(before);
  });

  it("take their index from the variable that Kubernetes sets", async () => {
    const args = ["shard", FLEET, ...GIVEN, "--of", "2"];
    const told = await cli(args, { env: { JOB_COMPLETION_INDEX: "1" } });
    expect(told.stdout).toBe(readFileSync(partAt(1, 2), "utf8"));
    const untold = await cli(args);
    expect(untold.code).toBe(2);
    expect(untold.stderr).toContain("found no index, expected an index from 0 to 1");
    expect((await cli(args, { env: { JOB_COMPLETION_INDEX: "2" } })).code).toBe(2);
  });

  it("are refused where one is missing, doubled or of another run, and nothing is added", async () => {
    const refusedFor = async (words: string, ...files: readonly string[]) => {
      const { code, stdout, stderr } = await merge(...files);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr.replaceAll(/\s+/g, " ")).toContain(words);
    };
    await refusedFor("found no shard 1, expected each index from 0 to 1", partAt(0, 2));
    await refusedFor("shard 0 a second time", partAt(0, 2), partAt(0, 2), partAt(1, 2));
    await refusedFor("found one of 2 shards, expected one of 1", partAt(0, 1), partAt(1, 2));
    const other = fileOf("other.json", readFileSync(partAt(1, 2), "utf8").replace(/sha256:\w{4}/, "sha256:0000"));
    await refusedFor("a shard of another run: its input is", partAt(0, 2), other);
    const later = fileOf(
      "later.json",
      readFileSync(partAt(1, 2), "utf8").replace('"schemaVersion":"2.0"', '"schemaVersion":"9.0"'),
    );
    await refusedFor("9.0", partAt(0, 2), later);
    const newer = fileOf(
      "newer.json",
      readFileSync(partAt(1, 2), "utf8").replace('"version":"0.1.0"', '"version":"7.0.0"'),
    );
    await refusedFor('a shard of version "7.0.0"', partAt(0, 2), newer);
    const cut = fileOf("cut.json", readFileSync(partAt(1, 2), "utf8").slice(0, 900));
    await refusedFor("no JSON, or the beginning of it", partAt(0, 2), cut);
  });
});

describe("lines of tenants", () => {
  const refused = async (text: string) => {
    const { code, stdout, stderr } = await cli([
      "shard",
      fileOf("bad.ndjson", text),
      ...GIVEN,
      "--index",
      "0",
      "--of",
      "1",
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr.replaceAll(/\s+/g, " ");
  };
  const [first, second] = tenantsOf(2);

  it("are refused with all problems at once, each with its line", async () => {
    const said = await refused(
      `${ndjson(HEAD, first, { ...second, upgradeCadence: "weekly" })}\n${ndjson({ ...second, id: "t0" })}{"id":"t9","worklo`,
    );
    expect(said).toMatch(/bad\.ndjson:6\b.*a line that is no JSON, or ends in the middle of it/);
    expect(said).not.toContain("weekly"); // with a line that is none, no line of its block is read further
    expect(said).toMatch(/bad\.ndjson:5\b.*"t0" a second time.*in line 2/);
    expect(await refused(ndjson(HEAD, first, { ...second, upgradeCadence: "weekly" }))).toMatch(
      /bad\.ndjson:3\b.*weekly/,
    );
  });

  it("are refused where the head is of the future, or the whole fleet stands in it", async () => {
    expect(await refused(ndjson({ ...HEAD, apiVersion: "nkp-planner/v9" }, first))).toContain("nkp-planner/v9");
    expect(await refused(ndjson({ ...HEAD, tenants: [first] }))).toContain("a whole fleet on one line");
  });

  it("are refused where a price or an assumption asks for all tenants at once", async () => {
    const labour = await cli([
      "shard",
      FLEET,
      ...GIVEN,
      "--index",
      "0",
      "--of",
      "1",
      "--set",
      "upgrade-labour=counted",
    ]);
    expect(labour.code).toBe(2);
    expect(labour.stderr).toContain("upgrade-labour=flat");
  });
});
