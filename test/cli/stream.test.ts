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
const lines = [
  HEAD,
  ...Array.from({ length: 300 }, (_, index) => ({
    id: `t${index}`,
    price: { monthly: "4200.00" },
    workloads: [{ name: "web", replicas: 1 + (index % 2), requests: { cpu: "500m", memory: "1Gi" } }],
  })),
].map((line) => `${JSON.stringify(line)}\n`);
const FLEET = fileOf("fleet.ndjson", lines.join(""));
const OF_PLANS = ["--prices", PRICES, "--model", "starter-self-managed"];
const GIVEN = [...OF_PLANS, "--workers", "1"];
const ARGS = [...GIVEN, "--format", "json"];

/** As long as it lasts between two checkpoints passes between any two looks at the clock. */
const slowly = () => {
  let seconds = 0;
  return () => {
    seconds += 60;
    return seconds;
  };
};

const stream = (path: string, ...more: readonly string[]) =>
  cli(["compare", "--stream", path, ...ARGS, ...more], { clock: slowly() });

const wordsOf = (text: string) => text.replaceAll(/\s+/g, " ");

describe("compare --stream", () => {
  it("prints what shards merge to, from a file or from standard input, and what memory it took", async () => {
    const part = join(folder, "part.json");
    const of = ["--index", "0", "--of", "1", "--out", part];
    await cli(["shard", FLEET, ...GIVEN, ...of]);
    const merged = await cli(["merge", part, "--format", "json"]);
    const streamed = await stream(FLEET);
    expect(streamed).toMatchObject({ code: 0, stdout: merged.stdout });
    expect(JSON.parse(streamed.stdout).notSaid).toContainEqual(expect.stringMatching(/^Upgrades .* are not played/));
    expect(streamed.stderr).toMatch(/^300 tenants in .*, 1 thread, at most \d+ MiB of memory\.\n$/);
    const piped = await cli(["compare", "--stream", "-", ...ARGS], { stdin: lines.join("") });
    expect(piped.stdout).toBe(merged.stdout);
  });

  it("says what the figures rest on as a plan of a fleet file does, and who is at a loss by its own cluster", async () => {
    const tenants = lines
      .slice(1)
      .map((line) => ({ ...JSON.parse(line), price: { monthly: "1.00", illustrative: true } }));
    const cheap = tenants.map((tenant, index) => (index < 12 ? { ...tenant, price: undefined } : tenant));
    const text = [HEAD, ...cheap].map((line) => `${JSON.stringify(line)}\n`).join("");
    const path = fileOf("cheap.ndjson", text);
    const [plan] = JSON.parse((await stream(path)).stdout).streamedPlans;
    expect(plan.losingTenantCount).toBe(288);
    const messages: readonly string[] = plan.basis.flatMap(({ first }: { first: { statement: string }[] }) =>
      first.map(({ statement }) => statement),
    );
    expect(messages).toContainEqual(expect.stringMatching(/^No price is known for t0, .*t9, 2 more: /));
    const human = await cli(["compare", "--stream", path, ...GIVEN]);
    expect(wordsOf(human.stdout)).toContain("theirs alone costs, of those whose price is known: 288 by Starter");
    expect(wordsOf(human.stdout)).toContain("Prices agreed in the fleet are invented");
    const whole = fileOf("cheap.json", JSON.stringify({ ...HEAD, tenants: cheap }));
    const planned = await cli(["plan", whole, ...OF_PLANS, "--format", "json"]);
    const rests: readonly { kind: string; statement: string }[] = JSON.parse(planned.stdout).plan.findings;
    const shortfalls = ["infeasible", "unmet-wish"];
    const known = rests.filter(
      ({ kind, statement }) => !shortfalls.includes(kind) && !statement.startsWith("No price"),
    );
    expect(messages.filter((message) => !message.startsWith("No price")).toSorted()).toEqual(
      known.map(({ statement }) => statement).toSorted(),
    );
  });

  it("names problems in the order of their lines, whoever has found them", async () => {
    const bad = fileOf("bad.ndjson", [lines[0], lines[1], lines[1], lines[2]?.replace("500m", "many")].join(""));
    const { code, stdout, stderr } = await stream(bad);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect([...stderr.matchAll(/bad\.ndjson:(\d+)/g)].map(([, line]) => line)).toEqual(["3", "4"]);
  });

  it("writes what each tenant pays and costs for itself, one a line in the order of the input", async () => {
    const out = join(folder, "tenants.ndjson");
    await stream(FLEET, "--tenants-out", out);
    const results = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(results.map(({ tenantId }) => tenantId)).toEqual(lines.slice(1).map((line) => JSON.parse(line).id));
    const whole = fileOf(
      "whole.json",
      JSON.stringify({ ...HEAD, tenants: lines.slice(1).map((line) => JSON.parse(line)) }),
    );
    const { plans } = JSON.parse(
      (await cli(["compare", whole, "--prices", PRICES, "--model", "starter-self-managed", "--format", "json"])).stdout,
    );
    const [plan] = plans.filter(({ modelId }: { modelId: string }) => modelId === "starter-self-managed");
    const costs = plan.tenants.map(({ ownMonthlyCost }: { ownMonthlyCost: unknown }) => ownMonthlyCost);
    expect(results.map(({ models }) => models[0].ownMonthlyCost)).toEqual(costs);
  });

  it("writes what each tenant costs and leaves with its share of what is shared, as a plan of all at once does", async () => {
    const [own, shares] = ["own.ndjson", "shares.ndjson"].map((name) => join(folder, name)) as [string, string];
    const price = { monthly: "700.00" };
    const tenants = lines.slice(1).map((line) => ({ ...JSON.parse(line), price }));
    const path = fileOf("cheaper.ndjson", [HEAD, ...tenants].map((line) => `${JSON.stringify(line)}\n`).join(""));
    const of = ["--prices", PRICES, "--model", "all", "--set", "clusters-per-plane=70"];
    const asked = ["compare", "--stream", path, ...of, "--workers", "2", "--tenants-out", own, "--shares-out", shares];
    const streamed = await cli([...asked, "--format", "json"]);
    expect(streamed.code).toBe(0);
    const whole = fileOf("cheaper.json", JSON.stringify({ ...HEAD, tenants }));
    const { plans } = JSON.parse((await cli(["compare", whole, ...of, "--format", "json"])).stdout);
    type Month = Readonly<Record<string, unknown>>;
    const monthOf = ({ monthlyCost, sharedMonthlyCost, monthlyMargin, marginRatio, markupRatio }: Month) => ({
      monthlyCost,
      sharedMonthlyCost,
      monthlyMargin,
      marginRatio,
      markupRatio,
    });
    const results: readonly { tenantId: string; models: readonly (Month & { modelId: string })[] }[] = readFileSync(
      shares,
      "utf8",
    )
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(plans).toHaveLength(5);
    const { streamedPlans, notSaid } = JSON.parse(streamed.stdout);
    for (const [at, { modelId, tenants: all }] of plans.entries()) {
      const found = results.map(({ tenantId, models }) => ({ tenantId, ...monthOf(models[at] as Month) }));
      expect(found).toEqual(all.map((one: Month) => ({ tenantId: one["tenantId"], ...monthOf(one) })));
      const losing = all.filter(({ monthlyMargin }: { monthlyMargin: { amount: string } }) =>
        monthlyMargin.amount.startsWith("-"),
      );
      expect(streamedPlans[at]).toMatchObject({ modelId, lossMakingTenantCount: losing.length });
    }
    // Three management clusters for 300, so that shares are not all alike.
    const ofUltimate = results.map(({ models }) =>
      JSON.stringify(models.find(({ modelId }) => modelId === "ultimate-centralized")?.["sharedMonthlyCost"]),
    );
    expect(new Set(ofUltimate).size).toBeGreaterThan(2);
    expect(notSaid.join(" ")).not.toContain("is not divided");
    const human = await cli(asked);
    expect(wordsOf(human.stdout)).toContain("Tenants who pay less than they cost with their share of the rest: ");
  });

  it("divides nothing without results of this run to divide by", async () => {
    const refused = async (words: string, ...more: readonly string[]) => {
      const { code, stdout, stderr } = await stream(FLEET, ...more);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(wordsOf(stderr)).toContain(words);
    };
    const [own, out] = ["own-2.ndjson", "shares-2.ndjson"].map((name) => join(folder, name)) as [string, string];
    await refused("no --tenants-out", "--shares-out", out);
    await refused("the file of --tenants-out", "--tenants-out", own, "--shares-out", own);
    await refused("the file of --tenants-out", "--tenants-out", own, "--shares-out", `${folder}/./own-2.ndjson`);
    await refused("no such folder", "--tenants-out", own, "--shares-out", join(folder, "nowhere", "shares.ndjson"));
    await refused("no file, so that nothing", "--tenants-out", "/dev/null", "--shares-out", out);
    expect(existsSync(own)).toBe(false);
    expect(existsSync(out)).toBe(false);
  });

  it("goes on from its checkpoint where it was ended, with the same bytes", async () => {
    const [checkpoint, out] = ["run.checkpoint", "run.ndjson"].map((name) => join(folder, name)) as [string, string];
    const kept = ["--checkpoint", checkpoint, "--tenants-out", out];
    const cut = fileOf("cut.ndjson", `${lines.slice(0, 280).join("")}${lines[280]?.slice(0, 40)}`);
    const broken = await stream(cut, ...kept);
    expect(broken).toMatchObject({ code: 2, stdout: "" });
    expect(wordsOf(broken.stderr)).toMatch(/cut\.ndjson:281\b.*ends in the middle of it/);
    const { blockCount } = JSON.parse(readFileSync(checkpoint, "utf8").split("\n")[1] ?? "");
    expect(blockCount).toBe(2);
    const resumed = await stream(FLEET, ...kept);
    expect(resumed.stdout).toBe((await stream(FLEET)).stdout);
    const anew = join(folder, "anew.ndjson");
    await stream(FLEET, "--tenants-out", anew);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(anew, "utf8"));
  });

  it("takes no checkpoint of another run or another input, and none that was changed", async () => {
    const checkpoint = join(folder, "own.checkpoint");
    await stream(FLEET, "--checkpoint", checkpoint);
    const text = readFileSync(checkpoint, "utf8");
    const refused = async (words: string, path: string, ...more: readonly string[]) => {
      const { code, stdout, stderr } = await stream(path, "--checkpoint", checkpoint, ...more);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(wordsOf(stderr)).toContain(words);
      expect(readFileSync(checkpoint, "utf8")).toBe(text);
    };
    await refused("a checkpoint of another run: its settings is", FLEET, "--set", "floors=none");
    const other = fileOf("other.ndjson", lines.join("").replace("4200.00", "4300.00"));
    await refused("a checkpoint of another input: up to line 301", other);
    await refused("a checkpoint of another input", fileOf("shorter.ndjson", lines.slice(0, 100).join("")));
    const changed = fileOf("changed.checkpoint", text.replace('"blockCount":3', '"blockCount":1'));
    const { code, stderr } = await stream(FLEET, "--checkpoint", changed);
    expect(code).toBe(2);
    expect(stderr).toContain("no checkpoint of this program, or a part of one");
    const results = join(folder, "not-begun.ndjson");
    await refused("a checkpoint of a run without --tenants-out, expected one with it", FLEET, "--tenants-out", results);
    expect(existsSync(results)).toBe(false);
    const begun = join(folder, "begun.checkpoint");
    await stream(FLEET, "--checkpoint", begun, "--tenants-out", results);
    const without = await stream(FLEET, "--checkpoint", begun);
    expect(without).toMatchObject({ code: 2, stdout: "" });
    expect(wordsOf(without.stderr)).toContain("a checkpoint of a run with --tenants-out, expected one without it");
  });

  it("says where a disk is full, at its checkpoint and at its results", async () => {
    for (const flag of ["--checkpoint", "--tenants-out"]) {
      const { code, stdout, stderr } = await stream(FLEET, flag, "/dev/full");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(wordsOf(stderr)).toMatch(/^\/dev\/full found .*(disk|space|full)/);
    }
  });

  it("refuses a fleet beside it, and what only streams have without it", async () => {
    expect((await stream(FLEET, FLEET)).code).toBe(2);
    const { code, stderr } = await cli(["compare", FLEET, "--checkpoint", "x"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--stream FILE");
    expect((await stream(FLEET, "--limit-seconds", "5")).stderr).toContain("--checkpoint");
  });
});
